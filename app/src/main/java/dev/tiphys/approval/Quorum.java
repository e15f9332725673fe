package dev.tiphys.approval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How many people must agree, and of which groups one each. One person stands for one group, so that two groups always
/// mean two people.
///
/// A voice is the set of required groups that one person may stand for.
record Quorum(int people, List<String> groups) {

    Quorum {
        groups = groups.stream().distinct().toList();
    }

    /// How many more people must agree, at least; 0 when it is met.
    int left(Collection<Set<String>> voices) {
        return Math.max(Math.max(0, people - voices.size()), groupsLeft(voices).size());
    }

    /// The groups for which somebody is still missing.
    List<String> groupsLeft(Collection<Set<String>> voices) {
        Seats seats = new Seats(List.copyOf(voices));
        return groups.stream().filter(group -> !seats.fill(groups.indexOf(group), new HashSet<>())).toList();
    }

    /// Whether one more voice brings it nearer.
    boolean helps(Collection<Set<String>> voices, Set<String> voice) {
        List<Set<String>> more = new ArrayList<>(voices);
        more.add(voice);
        return left(more) < left(voices);
    }

    /// Who stands for which group: somebody moves to another of their groups when that makes room.
    private final class Seats {

        private final List<Set<String>> voices;
        private final int[] seatOf;

        Seats(List<Set<String>> voices) {
            this.voices = voices;
            this.seatOf = new int[voices.size()];
            Arrays.fill(seatOf, -1);
        }

        boolean fill(int seat, Set<Integer> tried) {
            for (int person = 0; person < voices.size(); person++) {
                if (voices.get(person).contains(groups.get(seat)) && tried.add(person)
                        && (seatOf[person] < 0 || fill(seatOf[person], tried))) {
                    seatOf[person] = seat;
                    return true;
                }
            }
            return false;
        }
    }
}
