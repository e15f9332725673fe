package dev.tiphys.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.KnownPeople;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignInAgainException;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.web.Refusal;

/// Finds out who submitted a workflow, by the labels that the Argo Server writes from the token it was called with.
@Component
class Submitters {

    private static final String CREATOR = "workflows.argoproj.io/creator";
    private static final int LABEL = 63;

    private final KnownPeople people;
    private final Confirmation confirmation;

    Submitters(KnownPeople people, Confirmation confirmation) {
        this.people = people;
        this.confirmation = confirmation;
    }

    /// The person, as the identity provider vouches for them now. Empty when nobody or more than one fits; refuses when
    /// it does not vouch for the one who does.
    Optional<Person> find(WorkflowRun run) {
        String creator = run.labels().getOrDefault(CREATOR, "");
        List<String> subjects = creator.isEmpty()
                ? List.of()
                : people.subjects().stream().filter(subject -> label(subject).equals(creator)).toList();
        return subjects.size() == 1
                ? people.findLast(subjects.getFirst(), new SignedInBy.ArgoWorkflows()).map(this::confirmed)
                : Optional.empty();
    }

    private Person confirmed(Person person) {
        try {
            return confirmation.require(person);
        } catch (SignInAgainException again) {
            throw new Refusal.NotAllowed(again.words() + " Then submit it anew.");
        }
    }

    /// How Argo names them.
    String words(WorkflowRun run) {
        Map<String, String> labels = run.labels();
        return labels.getOrDefault(CREATOR + "-preferred-username", labels.getOrDefault(CREATOR, "nobody"));
    }

    // What Argo makes of a subject, so that it may stand in a label.
    private static String label(String subject) {
        String clean = subject.replaceAll("[^-_.a-zA-Z0-9]", "-");
        return clean.substring(Math.max(0, clean.length() - LABEL)).replaceAll("^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$", "");
    }
}
