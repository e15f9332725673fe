package dev.tiphys.sandbox.workflows.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class DependsTest {

    private static boolean holds(String logic, Map<String, String> results) {
        return Depends.parse(logic).holds((task, result) -> result.equals(results.get(task)));
    }

    @Test
    void takesSucceededAndSkippedForDone() {
        assertThat(holds("dev", Map.of("dev", "Succeeded"))).isTrue();
        assertThat(holds("dev", Map.of("dev", "Skipped"))).isTrue();
        assertThat(holds("dev", Map.of("dev", "Omitted"))).isFalse();
        assertThat(holds("dev", Map.of("dev", "Failed"))).isFalse();
    }

    @Test
    void combinesResultsOfTasksWithHyphens() {
        Map<String, String> results = Map.of("prod-east", "Failed", "prod-west", "Succeeded");
        assertThat(holds("(prod-east.Failed || prod-east.Errored) && prod-west", results)).isTrue();
        assertThat(holds("prod-east && !prod-west", results)).isFalse();
        assertThat(Depends.parse("prod-east && prod-west.AnySucceeded").tasks())
                .containsExactlyInAnyOrder("prod-east", "prod-west");
    }

    @Test
    void refusesResultsThatDoNotExist() {
        assertThatThrownBy(() -> Depends.parse("dev.Done")).isInstanceOf(ExpressionException.class)
                .hasMessageContaining("task result 'Done' for task 'dev' is invalid");
        assertThatThrownBy(() -> Depends.parse("dev &&")).isInstanceOf(ExpressionException.class);
    }
}
