package dev.tiphys.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PersonNames;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.Refusal;

/// People who are away name somebody who stands for them. That gives no right: it counts for the groups of the absent
/// person where a policy allows it.
@Component
public class Substitutes {

    private static final Duration LONGEST = Duration.ofDays(92);

    private final Absences absences;
    private final PersonNames names;
    private final Access access;
    private final ApprovalNews news;
    private final Clock clock;

    Substitutes(Absences absences, PersonNames names, Access access, ApprovalNews news, Clock clock) {
        this.absences = absences;
        this.names = names;
        this.access = access;
        this.news = news;
        this.clock = clock;
    }

    /// The person's own absences, now and to come.
    public List<Absence> of(Person person) {
        return absences.of(person.subject());
    }

    /// For whom the person stands now.
    public List<Absence> standingFor(Person person) {
        return absences.substitutedBy(person.subject());
    }

    /// Refuses whoever could decide nothing, and so needs nobody who stands in.
    public void requireSomebodyWhoDecides(Person person) {
        access.requireAnywhere(person, PortalAction.APPROVAL_DECIDE);
    }

    /// Names a substitute for a time.
    @Transactional
    public Absence name(String username, @Nullable Instant begins, @Nullable Instant ends, Person person) {
        requireSomebodyWhoDecides(person);
        if (begins == null || ends == null) {
            throw new Refusal.Invalid("until", "Say from when until when.");
        }
        if (!ends.isAfter(begins) || !ends.isAfter(clock.instant())) {
            throw new Refusal.Invalid("until", "The end must lie after the beginning, and in the future.");
        }
        if (Duration.between(begins, ends).compareTo(LONGEST) > 0) {
            throw new Refusal.Invalid("until", "An absence lasts at most " + LONGEST.toDays() + " days.");
        }
        PersonNames.Named substitute = names.find(username.strip()).orElseThrow(() -> new Refusal.Invalid("substitute",
                "Nobody of that name has signed in yet. Ask them to do so once."));
        if (substitute.subject().equals(person.subject())) {
            throw new Refusal.Invalid("substitute", "Nobody stands for themselves.");
        }
        Absence absence = new Absence(UUID.randomUUID(), person.subject(), person.name(), person.groups(),
                substitute.subject(), substitute.name(), begins, ends);
        absences.add(absence);
        record(person, "approval.delegated", absence);
        return absence;
    }

    /// Ends an absence early.
    @Transactional
    public void end(UUID id, Person person) {
        access.requireAnywhere(person, PortalAction.APPROVAL_SEE);
        Absence absence = absences.end(id, person.subject())
                .orElseThrow(() -> new Refusal.NotFound("You have no such absence."));
        record(person, "approval.delegation-ended", absence);
    }

    private void record(Person person, String code, Absence absence) {
        news.record(ActionTaken.by(person, code, "absence", absence.id().toString()).change(absence.beginsAt() + " to "
                + absence.endsAt(), absence.substituteName() + " (" + absence.substitute() + ")"));
    }
}
