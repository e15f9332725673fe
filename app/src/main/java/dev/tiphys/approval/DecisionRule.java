package dev.tiphys.approval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalView.Standing;
import dev.tiphys.approval.ApprovalView.Vote;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.Verdict;

/// Who may decide a request: the right comes from the access policy, and the word must bring the quorum nearer.
@Component
class DecisionRule {

    private final Access access;
    private final Absences absences;

    DecisionRule(Access access, Absences absences) {
        this.access = access;
        this.absences = absences;
    }

    /// What one person's word stands for.
    ///
    /// @param forName whom they stand for; empty for themselves
    record Voice(Set<String> countsFor, String forName) {}

    Verdict mayDecide(ApprovalView request, Person person) {
        Verdict right = right(request, person);
        if (!right.allowed()) {
            return right;
        }
        if (request.state().isFinal()) {
            return new Verdict.Denied("decided once", "It is decided already.");
        }
        if (hasVoted(request, person)) {
            return new Verdict.Denied("distinct people",
                    "You have agreed already. Others must agree too: " + missing(request.standing()) + ".");
        }
        return findVoice(request, person).<Verdict>map(voice -> right)
                .orElseGet(() -> new Verdict.Denied("policy " + request.rules().policy(),
                        "The policy " + request.rules().policy() + " still asks for "
                                + missing(request.standing()) + ", and you are not one of them."));
    }

    /// The right alone, whatever the quorum still needs.
    Verdict right(ApprovalView request, Person person) {
        Scope scope = request.wish().scope().requestedBy(request.wish().requester().subject());
        return access.may(person, PortalAction.APPROVAL_DECIDE, scope);
    }

    static boolean hasVoted(ApprovalView request, Person person) {
        return request.standing().votes().stream().anyMatch(vote -> vote.subject().equals(person.subject()));
    }

    /// What the person's word would stand for; empty when it would not bring the quorum nearer.
    Optional<Voice> findVoice(ApprovalView request, Person person) {
        Quorum quorum = new Quorum(request.rules().quorum(), request.rules().groups());
        List<Set<String>> voices = request.standing().votes().stream().map(Vote::countsFor).toList();
        Voice own = new Voice(own(request, person), "");
        if (quorum.helps(voices, own.countsFor())) {
            return Optional.of(own);
        }
        return substituted(request, person).filter(voice -> quorum.helps(voices, voice.countsFor()));
    }

    private static Set<String> own(ApprovalView request, Person person) {
        List<String> required = request.rules().groups();
        if (request.standing().standIns().stream().anyMatch(person.groups()::contains)) {
            return Set.copyOf(required);
        }
        Set<String> groups = new HashSet<>(person.groups());
        groups.retainAll(required);
        return Set.copyOf(groups);
    }

    private Optional<Voice> substituted(ApprovalView request, Person person) {
        if (!request.standing().substitutes()) {
            return Optional.empty();
        }
        return absences.substitutedBy(person.subject()).stream()
                .filter(absence -> !absence.absent().equals(request.wish().requester().subject()))
                .filter(absence -> request.standing().votes().stream()
                        .noneMatch(vote -> vote.subject().equals(absence.absent())))
                .map(absence -> new Voice(counting(absence, request.rules().groups()), absence.absentName()))
                .filter(voice -> !voice.countsFor().isEmpty()).findFirst();
    }

    private static Set<String> counting(Absence absence, List<String> required) {
        Set<String> groups = new HashSet<>(absence.groups());
        groups.retainAll(required);
        return Set.copyOf(groups);
    }

    /// Such as `2 more people, one of them from each of payments-approvers and sre`.
    static String missing(Standing standing) {
        String people = standing.left() == 1 ? "1 more person" : standing.left() + " more people";
        if (standing.groupsLeft().isEmpty()) {
            return people;
        }
        return people + ", with one from " + (standing.groupsLeft().size() == 1 ? "" : "each of ")
                + String.join(" and ", standing.groupsLeft());
    }
}
