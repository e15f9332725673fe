package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class MomentTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static Decision decision(String kind, String word) {
        return new Decision(UUID.randomUUID(), UUID.randomUUID(), kind, "", kind, word, "", "dana", "Dana", NOW, null);
    }

    @Test
    void whatNoPersonDecidedIsNoMoment() {
        assertThat(Moment.all(List.of(), List.of(decision(Decision.ADMISSION, "approve"), decision("stop", "stop")),
                List.of())).singleElement().isInstanceOfSatisfying(Moment.Decided.class,
                        moment -> assertThat(moment.decision().sentence()).isEqualTo("stopped by Dana"));
    }
}
