package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"no", "On", "y", "null", "~", "=", "<<", "1:30", "0777", "2026-11-20", "1e3", ".inf",
            "0x1f",
            "", " ", "- a", "a: b", "#c", "{{x}}", "*a", "&a", "!t", "%d", "@x", "`x", "1_000", "+1", "20s"})
    void quotesWhatYaml11WouldMisread(String text) {
        assertThat(YamlText.of(Map.of("key", text), Map.of())).matches("key: (['\"]).*\\1\n");
    }

    @Test
    void anyTextIsReadAsItWasWritten() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(12), 1, 0x2030)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            Map<String, Object> document = Map.of("a", Map.of("b", List.of(Map.of(text, List.of(text)))));

            assertThat(read(YamlText.of(document, Map.of("/a/b", "why")))).isEqualTo(document);
        }
    }

    @Test
    void commentsStandAboveWhatTheySpeakOf() {
        Map<String, Object> document = Map.of("items", List.of(Map.of("name", "one"), Map.of("name", "two")));

        assertThat(YamlText.of(document, Map.of("/items", "All.", "/items/two", "First line.\nSecond.")))
                .isEqualTo("""
                        # All.
                        items:
                        - {name: one}
                        # First line.
                        # Second.
                        - {name: two}
                        """);
    }

    private static Object read(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
