package com.adorsys.webank.deploy.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.parser.ParserImpl;

class YamlClassesTest {
    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Test
    void reading_and_writing_need_nothing_but_the_parser() throws Exception {
        URL[] path = {home(YamlReader.class), home(ParserImpl.class)};
        try (URLClassLoader alone = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> reader = alone.loadClass(YamlReader.class.getName());
            Class<?> writer = alone.loadClass(YamlWriter.class.getName());
            Method read = reader.getMethod("read", String.class, byte[].class);
            byte[] text = "a: &x [1, 2.50, yes]\nb: *x\nc: |\n  d\n".getBytes(UTF_8);

            Object document = read.invoke(null, "f.yaml", text);
            Object tree = document.getClass().getMethod("tree").invoke(document);
            Method write = writer.getMethod("write", alone.loadClass("com.adorsys.webank.deploy.manifest.Tree"));

            assertThat(write.invoke(null, tree))
                    .isEqualTo("---\na:\n- 1\n- 2.50\n- true\nb:\n- 1\n- 2.50\n- true\nc: |\n  d\n");
            assertThat(reader.getClassLoader()).isSameAs(alone);
        }
    }
}
