package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

    private static final Map<String, String> EAST = Map.of("environment", "prod", "region", "us-east-1",
            "tiphys.dev/ring", "1");

    @ParameterizedTest
    @ValueSource(strings = { "", "environment=prod", "environment == prod , region in (us-east-1, us-west-2)",
            "region notin (eu-central-1)", "region!=eu-central-1", "tiphys.dev/ring", "!legacy", "legacy!=yes" })
    void selects(String text) {
        assertThat(LabelSelector.parse(text).matches(EAST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "environment=dev", "region in (us-west-2)", "region notin (us-east-1)", "legacy",
            "!region", "environment=prod,region=us-west-2" })
    void leavesOut(String text) {
        assertThat(LabelSelector.parse(text).matches(EAST)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "region in (", "region in ()", "=prod", "a b", "environment=prod;region=x" })
    void namesThePartThatCannotBeRead(String text) {
        assertThatThrownBy(() -> LabelSelector.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no label selector");
    }

    @Test
    void theNamedPartIsTheWrongOne() {
        assertThatThrownBy(() -> LabelSelector.parse("environment=prod, a b")).hasMessageContaining("“a b”");
    }
}
