package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.Approvals;
import dev.tiphys.catalog.Standing.Kind;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// Tells those who wait what for, and how long.
@Component
public class OrderStandings {

    private final LineStore lines;
    private final LineQueries queries;
    private final Line line;
    private final Approvals approvals;
    private final Catalog catalog;
    private final Clock clock;

    OrderStandings(LineStore lines, LineQueries queries, Line line, Approvals approvals, Catalog catalog, Clock clock) {
        this.lines = lines;
        this.queries = queries;
        this.line = line;
        this.approvals = approvals;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Empty for what waits for nothing.
    public Optional<Standing> find(Instance instance) {
        if (instance.lastPhase() != RunPhase.PLANNED) {
            return Optional.empty();
        }
        return lines.findOpen(instance.id()).flatMap(turn -> switch (turn.state()) {
            case APPROVAL -> Optional.of(approval(turn));
            case QUEUED -> Optional.of(queued(turn));
            case ADMITTED -> hindered(turn, instance);
            case OVER -> Optional.empty();
        });
    }

    private Standing approval(Turn turn) {
        return approvals.find(OrderApprovals.subject(turn)).map(request -> standing(turn, Kind.APPROVAL,
                "Somebody has to agree first. " + request.wish().risk() + " Asked: "
                        + (request.rules().asked().isEmpty()
                                ? "nobody, since no role grants it"
                                : String.join(", ", request.rules().asked()))
                        + ".",
                "/approvals/" + request.id()))
                .orElseGet(() -> standing(turn, Kind.APPROVAL, "Somebody has to agree first.", ""));
    }

    private static Standing standing(Turn turn, Kind kind, String sentence, String approval) {
        return new Standing(kind, turn.action(), turn.priority().word(), sentence, 0, 0, null, null, approval, "");
    }

    private Standing queued(Turn turn) {
        Instant now = clock.instant();
        if (turn.opensAt() != null && turn.opensAt().isAfter(now)) {
            return new Standing(Kind.WINDOW, turn.action(), turn.priority().word(),
                    "The provider does this in its maintenance windows only. It begins at "
                            + When.of(turn.opensAt()).words() + ", when the next one opens.",
                    0, 0, turn.opensAt(), null, "", "");
        }
        int place = queries.place(turn);
        int of = queries.waiting(turn.provider(), turn.item());
        Optional<Lines.Pause> pause = turn.isOrder() ? queries.pause(turn.provider(), turn.item()) : Optional.empty();
        if (pause.isPresent()) {
            return new Standing(Kind.PAUSE, turn.action(), turn.priority().word(), turn.provider()
                    + " begins no orders at the moment: " + pause.get().message() + " Yours keeps its place, " + place
                    + " of " + of + ".", place, of, null, null, "", "");
        }
        return inLine(turn, place, of, now);
    }

    private Standing inLine(Turn turn, int place, int of, Instant now) {
        Optional<Duration> usual = queries.usual(turn.provider(), turn.item(), turn.action());
        int atOnce = Math.max(1, line.most(turn.provider(), turn.item()));
        Instant begins = usual.map(one -> now.plus(one.multipliedBy(place).dividedBy(atOnce))).orElse(null);
        String when = begins == null
                ? "None has ended yet by which the time could be told."
                : "It is expected to begin at " + When.of(begins).words() + "; one usually takes "
                        + Age.words(usual.get()) + ".";
        return new Standing(Kind.QUEUE, turn.action(), turn.priority().word(),
                "Place " + place + " of " + of + " in the line of " + turn.item() + ", which takes " + atOnce
                        + " at once. " + when,
                place, of, begins, begins == null ? null : begins.plus(usual.get()), "", "");
    }

    private Optional<Standing> hindered(Turn turn, Instance instance) {
        if (turn.hindrance().isEmpty()) {
            return Optional.empty();
        }
        boolean rights = turn.hindrance().equals("forbidden");
        String manifest = rights
                ? catalog.findProvider(turn.provider()).map(NamespaceRights::manifest).orElse("")
                : "";
        String sentence = rights
                ? "The portal may not create workflows in the namespace of " + turn.provider()
                        + ". It tries again until somebody with the right applies this manifest. "
                : "Argo Workflows cannot be reached, or does not know the portal. It is tried again until it answers. ";
        return Optional.of(new Standing(rights ? Kind.RIGHTS : Kind.AWAY, turn.action(), turn.priority().word(),
                sentence + instance.lastReason(), 0, 0, null, null, "", manifest));
    }
}
