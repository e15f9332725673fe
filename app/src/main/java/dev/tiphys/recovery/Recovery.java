package dev.tiphys.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.Refusal;

/// Standing still after a restore, as administrators see and end it.
@Component
public class Recovery {

    private final Access access;
    private final Standstill standstill;
    private final DifferenceBoard board;
    private final MarkWatch marks;
    private final HoldRelease release;

    Recovery(Access access, Standstill standstill, DifferenceBoard board, MarkWatch marks, HoldRelease release) {
        this.access = access;
        this.standstill = standstill;
        this.board = board;
        this.marks = marks;
        this.release = release;
    }

    /// How it stands.
    ///
    /// @param hold null while the portal works
    /// @param markTrouble why no mark can be kept outside of the database; empty while it can
    /// @param compareTrouble why Argo could not be asked; empty when it could
    /// @param comparedAt null before the first comparison
    /// @param chosen the choices made about single differences, by their ids
    public record Report(@Nullable Hold hold, String markTrouble, String compareTrouble, @Nullable Instant comparedAt,
            List<Difference> differences, Map<String, Choice> chosen) {

        public Report {
            differences = List.copyOf(differences);
            chosen = Map.copyOf(chosen);
        }
    }

    /// Nothing is compared here: that is done in the background.
    public Report get(Person person) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        DifferenceBoard.Found found = board.found();
        Optional<Hold> hold = standstill.current();
        return new Report(hold.orElse(null), marks.trouble(), found.trouble(), found.at(), found.differences(),
                hold.map(held -> release.choices(held)).orElse(Map.of()));
    }

    /// Has everything compared anew; the page learns the outcome when it is there.
    public void compareAgain(Person person) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        board.forget();
    }

    /// Chooses what to do about one difference when the portal goes on.
    public void choose(Person person, String difference, String choice, String reason) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        Difference meant = board.found().differences().stream().filter(one -> one.id().equals(difference)).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("There is no such difference any more. Look again."));
        Choice chosen = Choice.find(choice).filter(meant.choices()::contains).orElseThrow(
                () -> new Refusal.Invalid("choice", "Choose one of "
                        + String.join(", ", meant.choices().stream().map(Choice::word).toList()) + "."));
        release.choose(held(), meant, chosen, reasonOf(reason), person);
    }

    /// Lets the portal go on: what was chosen is carried out, and about the rest the choice that sends nothing.
    public void release(Person person, String reason) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        Hold hold = held();
        String why = reasonOf(reason);
        DifferenceBoard.Found now = board.now();
        if (!now.trouble().isEmpty()) {
            throw new Refusal.Conflict("Argo cannot be asked now, so nobody knows what differs: " + now.trouble()
                    + " Let the portal go on when it answers again.");
        }
        release.release(hold, now.differences(), marks.outside(), why, person);
        marks.look();
        board.keep();
    }

    /// Makes the portal stand still on purpose, such as before its database is restored.
    public void hold(Person person, String reason) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        release.hold(reasonOf(reason), person);
        marks.refresh();
    }

    private Hold held() {
        return standstill.current()
                .orElseThrow(() -> new Refusal.Conflict("The portal is not held, or no longer. Nothing was changed."));
    }

    private static String reasonOf(String reason) {
        if (reason.isBlank()) {
            throw new Refusal.Invalid("reason", "Say why: others will ask.");
        }
        return reason.strip();
    }
}
