package dev.tiphys.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class QuorumTest {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> SRE = Set.of("sre");
    private static final Set<String> SECURITY = Set.of("security");
    private static final Set<String> BOTH = Set.of("sre", "security");

    @Test
    void oneVoiceMeetsAQuorumOfOne() {
        Quorum quorum = new Quorum(1, List.of());
        assertThat(quorum.left(List.of())).isEqualTo(1);
        assertThat(quorum.left(List.of(NONE))).isZero();
    }

    @Test
    void twoGroupsMeanTwoPeopleWhateverTheQuorumSays() {
        Quorum quorum = new Quorum(1, List.of("sre", "security"));
        assertThat(quorum.left(List.of())).isEqualTo(2);
        assertThat(quorum.left(List.of(BOTH))).isEqualTo(1);
        assertThat(quorum.left(List.of(BOTH, SRE))).isZero();
    }

    @Test
    void somebodyOfBothGroupsMovesWhereTheyAreNeeded() {
        Quorum quorum = new Quorum(2, List.of("sre", "security"));
        assertThat(quorum.left(List.of(BOTH, SRE))).isZero();
        assertThat(quorum.left(List.of(BOTH, SECURITY))).isZero();
        assertThat(quorum.groupsLeft(List.of(SRE, SRE))).containsExactly("security");
    }

    @Test
    void aVoiceThatFillsNoSeatDoesNotHelp() {
        Quorum quorum = new Quorum(2, List.of("sre"));
        assertThat(quorum.helps(List.of(), NONE)).isTrue();
        assertThat(quorum.helps(List.of(NONE), NONE)).isFalse();
        assertThat(quorum.helps(List.of(NONE), SRE)).isTrue();
        assertThat(new Quorum(2, List.of("sre", "security")).helps(List.of(), NONE)).isFalse();
    }

    @Test
    void threePeopleOfThreeGroupsAreSeatedWhoeverComesFirst() {
        Quorum quorum = new Quorum(1, List.of("a", "b", "c"));
        assertThat(quorum.left(List.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("a")))).isZero();
        assertThat(quorum.left(List.of(Set.of("a"), Set.of("a"), Set.of("b")))).isEqualTo(1);
    }
}
