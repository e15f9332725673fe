package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {

    private static final Map<String, String> EAST = Map.of("environment", "prod", "region", "us-east-1",
            "tiphys.dev/tier", "gold");

    @ParameterizedTest
    @ValueSource(strings = {"", "environment=prod", "environment==prod", "environment!=dev",
            "region in (us-east-1, us-west-2)",
            "region notin (eu-central-1)", "region", "!legacy", "legacy!=yes", "environment=prod,tiphys.dev/tier=gold",
            " environment = prod , region in (us-east-1) "})
    void matches(String selector) {
        assertThat(LabelSelector.parse(selector)).accepts(EAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment=dev", "environment!=prod", "region in (us-west-2)", "legacy", "!region",
            "region notin (us-east-1)", "environment=prod,legacy"})
    void rejects(String selector) {
        assertThat(LabelSelector.parse(selector)).rejects(EAST);
    }

    @Test
    void saysWhichPartItCannotRead() {
        assertThatThrownBy(() -> LabelSelector.parse("environment=prod,region like us"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'region like us' is no label selector");
    }
}
