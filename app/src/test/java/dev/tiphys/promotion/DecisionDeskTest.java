package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import dev.tiphys.web.Refusal;

class DecisionDeskTest {

    @Test
    void refusesReasonsThatNobodyWouldRead() {
        assertThatCode(() -> DecisionDesk.refuseTooLong("a".repeat(2_000) + " ")).doesNotThrowAnyException();
        assertThatThrownBy(() -> DecisionDesk.refuseTooLong("a".repeat(2_001))).isInstanceOf(Refusal.Invalid.class);
    }
}
