package com.adorsys.webank.deploy.eks.internal.ready;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            password=hunter22 is wrong                     | password=(secret) is wrong
            SPRING_DATASOURCE_PASSWORD: hunter22           | SPRING_DATASOURCE_PASSWORD: (secret)
            {"password":"hun ter","user":"a"}              | {"password":(secret),"user":"a"}
            {'apiKey' : 'abc', 'x': 1}                     | {'apiKey' : (secret), 'x': 1}
            client_secret=abc&x=1                          | client_secret=(secret)&x=1
            aws_secret_access_key = abc/def+x              | aws_secret_access_key = (secret)
            Authorization: Bearer abcdefgh.1234            | Authorization: Bearer (secret)
            jdbc:postgresql://webank:pa55@db:5432/x        | jdbc:postgresql://***@db:5432/x
            cannot open http://webank:pa/55@proxy:3128 now | cannot open http://***@proxy:3128 now
            got eyJhbGciOiJI.eyJzdWIiOiIx.c2ln in header   | got (secret) in header
            key AKIAIOSFODNN7EXAMPLE is not valid          | key (secret) is not valid
            -----BEGIN RSA PRIVATE KEY----- MIIE           | (secret)
            """)
    void hides_what_looks_like_a_secret(String line, String expected) {
        assertThat(LogMask.masked(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FATAL: cannot reach the database at db.example.com:5432
            the password is wrong
            http://example.com/a:b@c
            Bearer of news
            """)
    void leaves_what_does_not(String line) {
        assertThat(LogMask.masked(line)).isEqualTo(line);
    }

    @Test
    void shows_one_line_of_printable_characters() {
        assertThat(LogMask.masked("a\tb\u001b[31mc\u0007\u2028d")).isEqualTo("a  b[31mcd");
        assertThat(LogMask.masked("x".repeat(1000))).isEqualTo("x".repeat(400) + "...");
    }
}
