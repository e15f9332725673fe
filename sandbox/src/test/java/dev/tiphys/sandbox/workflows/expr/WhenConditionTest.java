package dev.tiphys.sandbox.workflows.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WhenConditionTest {

    @Test
    void takesBareWordsForStrings() {
        assertThat(WhenCondition.holds("Failed != Succeeded")).isTrue();
        assertThat(WhenCondition.holds("Succeeded == 'Succeeded' && 3 > 2")).isTrue();
        assertThat(WhenCondition.holds("dev in (stage, prod)")).isFalse();
    }

    @Test
    void holdsWhenThereIsNone() {
        assertThat(WhenCondition.holds("")).isTrue();
        assertThat(WhenCondition.holds("true")).isTrue();
        assertThat(WhenCondition.holds("false")).isFalse();
    }

    @Test
    void hintsAtQuotesWhereItIsNotUnderstood() {
        assertThatThrownBy(() -> WhenCondition.holds("{{steps.x.outputs.result}} == a"))
                .isInstanceOf(ExpressionException.class).hasMessageContaining("Invalid 'when' expression")
                .hasMessageContaining("try wrapping the affected expression in quotes");
        assertThatThrownBy(() -> WhenCondition.holds("a-b == c")).isInstanceOf(ExpressionException.class);
    }
}
