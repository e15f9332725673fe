package dev.tiphys.sandbox.workflows.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static final Map<String, Object> ASKED = Map.of("steps",
            Map.of("ask", Map.of("status", "Succeeded", "outputs", Map.of("parameters", Map.of("decision", "skip")))));
    private static final Map<String, Object> SKIPPED = Map.of("steps", Map.of("ask", Map.of("status", "Skipped")));
    private static final String DECISION = "steps.ask.outputs?.parameters?.decision ?? 'retry'";

    private static Object value(String source) {
        return java.util.Objects.requireNonNull(Expression.parse(source).evaluate(Map.of("a", 3L, "text", "v5")));
    }

    @Test
    void takesTheRightSideWhereAnOptionalChainFindsNothing() {
        assertThat(Expression.parse(DECISION).evaluate(ASKED)).isEqualTo("skip");
        assertThat(Expression.parse(DECISION).evaluate(SKIPPED)).isEqualTo("retry");
    }

    @Test
    void failsOnAMemberOfNothingWithoutAnOptionalChain() {
        assertThatThrownBy(() -> Expression.parse(DECISION).evaluate(Map.of("steps", Map.of("name", "again"))))
                .isInstanceOf(ExpressionException.class).hasMessage("cannot fetch outputs from <nil>");
    }

    @Test
    void doesNotCompileWithAnUnknownName() {
        assertThatThrownBy(() -> Expression.parse("tasks.a.status == 'Failed'").evaluate(Map.of()))
                .isInstanceOf(ExpressionException.class).hasMessageContaining("unknown name tasks");
    }

    @Test
    void readsHyphenatedNamesByIndex() {
        assertThat(Expression.parse("tasks['approve-prod'].status")
                .evaluate(Map.of("tasks", Map.of("approve-prod", Map.of("status", "Failed"))))).isEqualTo("Failed");
    }

    @Test
    void bindsCoalescingTighterThanComparison() {
        assertThat(Expression.parse("(" + DECISION + ") != 'skip'").evaluateBoolean(ASKED)).isFalse();
        assertThat(Expression.parse("nil ?? 'x' == 'x'").evaluateBoolean(Map.of())).isTrue();
    }

    @Test
    void reckonsAndCompares() {
        assertThat(value("a * 2 + 1")).isEqualTo(7L);
        assertThat(value("asInt('4') > a && text in ['v4', 'v5']")).isEqualTo(true);
        assertThat(value("a == 3 ? 'three' : 'other'")).isEqualTo("three");
        assertThat(value("not (text startsWith 'v') or text matches '^v[0-9]$'")).isEqualTo(true);
        assertThat(value("len([1, 2])")).isEqualTo(2L);
        assertThat(value("text + '-x'")).isEqualTo("v5-x");
    }

    @Test
    void refusesWhatIsOutsideItsSubset() {
        for (String outside : List.of("filter(list, # > 1)", "let x = 1; x", "a | upper()", "{'a': 1}", "a..3",
                "sprig.b64enc('x')", "'open", "a ==")) {
            assertThatThrownBy(() -> Expression.parse(outside)).as(outside).isInstanceOf(ExpressionException.class);
        }
    }
}
