package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class HoldTest {

    @Test
    void pausesAndResumesTakeTurns() {
        assertThat(hold().pause()).isEmpty();
        assertThat(hold().nextPause()).isEqualTo("pause-1");
        assertThat(hold("pause-1").pause()).isPresent();
        assertThat(hold("pause-1").nextResume()).isEqualTo("resume-1");
        assertThat(hold("pause-1", "resume-1").pause()).isEmpty();
        assertThat(hold("pause-1", "resume-1").nextPause()).isEqualTo("pause-2");
        assertThat(hold("pause-1", "resume-1", "pause-2").pause()).map(Decision::node).contains("pause-2");
        assertThat(hold("pause-1", "resume-1", "pause-2").nextResume()).isEqualTo("resume-2");
    }

    @Test
    void whatWasSuspendedInArgoIsResumedWithoutEndingAPause() {
        assertThat(hold().nextResume()).isEqualTo("resume-argo-1");
        assertThat(hold("resume-argo-1", "pause-1").pause()).isPresent();
        assertThat(hold("resume-argo-1", "pause-1").nextResume()).isEqualTo("resume-1");
        assertThat(hold("resume-argo-1").nextResume()).isEqualTo("resume-argo-2");
    }

    @Test
    void theEndEndsAPauseToo() {
        assertThat(hold("pause-1", "stop").pause()).isEmpty();
        assertThat(hold("pause-1", "stop").mark()).isNotEqualTo(hold("pause-1").mark());
    }

    private static Hold hold(String... nodes) {
        List<Decision> decisions = new ArrayList<>();
        for (String node : nodes) {
            decisions.add(new Decision(UUID.randomUUID(), UUID.randomUUID(), "hold", "", node,
                    node.replaceFirst("-.*", ""), "", "amara", "Amara", Instant.EPOCH, null));
        }
        return Hold.of(decisions);
    }
}
