package com.example.skip;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailingIT {
    @Test
    void fails() {
        fail("ran");
    }
}
