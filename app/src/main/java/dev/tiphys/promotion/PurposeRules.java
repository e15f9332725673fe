package dev.tiphys.promotion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.web.Refusal;

/// What the environments want to be told before something is promoted into them.
@Component
public class PurposeRules {

    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_REFERENCE = 100;

    private final Fleet fleet;

    PurposeRules(Fleet fleet) {
        this.fleet = fleet;
    }

    /// The environments among these that want a note.
    public List<String> wantNote(Collection<String> environments) {
        return fleet.environments().stream().filter(Environment::note).map(Environment::name)
                .filter(environments::contains).toList();
    }

    /// The environments among these that want the reference of a change.
    public List<String> wantChangeReference(Collection<String> environments) {
        return fleet.environments().stream().filter(Environment::changeReference).map(Environment::name)
                .filter(environments::contains).toList();
    }

    /// Refuses what is too long or missing, field by field.
    void check(Purpose purpose, Collection<String> environments) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (purpose.note().length() > LONGEST_NOTE) {
            problems.put("note", "A note has at most 2,000 characters, and this one has "
                    + String.format(java.util.Locale.ROOT, "%,d", purpose.note().length()) + ". Shorten it.");
        }
        if (purpose.changeReference().length() > LONGEST_REFERENCE
                || purpose.changeReference().chars().anyMatch(Character::isISOControl)) {
            problems.put("change", "The reference of a change is one line of at most 100 characters.");
        }
        missing(purpose.note(), wantNote(environments), "a note that says why")
                .forEach(text -> problems.put("note", text));
        missing(purpose.changeReference(), wantChangeReference(environments), "the reference of a change")
                .forEach(text -> problems.put("change", text));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private static List<String> missing(String text, List<String> environments, String what) {
        boolean isMissing = text.isBlank() && !environments.isEmpty();
        return isMissing
                ? List.of(String.join(", ", environments) + (environments.size() == 1 ? " wants " : " want ") + what
                        + ".")
                : List.of();
    }
}
