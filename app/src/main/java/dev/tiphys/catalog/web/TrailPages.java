package dev.tiphys.catalog.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.HelpRequests;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.RunFailure;
import dev.tiphys.catalog.RunStops;
import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.Trail;
import dev.tiphys.catalog.TrailStep;
import dev.tiphys.catalog.Trails;
import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the view of how a run went, the workflows that it called inside the steps that called them.
@Component
class TrailPages {

    private static final int MOST_RUNS = 6;

    private final Trails trails;
    private final RunStops stops;
    private final HelpRequests help;
    private final Shop shop;
    private final PublicPlaces places;
    private final Clock clock;

    TrailPages(Trails trails, RunStops stops, HelpRequests help, Shop shop, PublicPlaces places,
            Clock clock) {
        this.trails = trails;
        this.stops = stops;
        this.help = help;
        this.shop = shop;
        this.places = places;
        this.clock = clock;
    }

    /// @param wanted the id of the run to show; the latest when it is none of them
    /// @param mayAct whether the person may stop it and ask for help
    @Nullable
    TrailPage page(Instance instance, List<ActionRun> runs, String wanted, boolean mayAct) {
        if (runs.isEmpty()) {
            return null;
        }
        ActionRun run = runs.stream().filter(one -> one.id().toString().equals(wanted)).findFirst()
                .orElse(runs.getFirst());
        List<Trail> all = trails.list(run.id());
        int attempts = trails.attempts(run.id());
        String channel = mayAct ? help.channel(instance, run) : "";
        String base = Links.instance(instance.id());
        return new TrailPage(run.action().replace('-', ' '), links(base, runs, run),
                attempts > 1 ? "attempt " + attempts : "",
                run.phase().isFinal() ? trails.findFailure(run.id()).map(TrailPages::failure).orElse(null) : null,
                mayAct && stops.canStop(run) ? base + "/stop" : null,
                channel.isEmpty() ? null : base + "/runs/" + run.id() + "/help", channel, help.askedBy(run.id()),
                all.stream().filter(one -> !one.isChild()).findFirst().map(own -> part(run, own, all, base))
                        .orElse(null));
    }

    private static List<TrailPage.RunLink> links(String base, List<ActionRun> runs, ActionRun current) {
        return runs.size() < 2
                ? List.of()
                : runs.stream().limit(MOST_RUNS).map(one -> new TrailPage.RunLink(one.action().replace('-', ' '),
                        base + "?run=" + one.id(), one.id().equals(current.id()))).toList();
    }

    private static TrailPage.FailureView failure(RunFailure failure) {
        return new TrailPage.FailureView(failure.step(), failure.namespace(), failure.workflow(), failure.reason(),
                failure.whose(), failure.blame().name().toLowerCase(Locale.ROOT));
    }

    private TrailPage.Part part(ActionRun run, Trail trail, List<Trail> all, String base) {
        List<TrailPage.Line> lines = new ArrayList<>();
        List<String> drawn = new ArrayList<>();
        for (TrailStep step : trail.steps()) {
            Optional<Trail> child = trail.isChild() || step.after() || drawn.contains(step.name())
                    ? Optional.empty()
                    : all.stream().filter(one -> one.task().equals(step.name())).findFirst();
            child.ifPresent(one -> drawn.add(one.task()));
            lines.add(line(run, step, child.map(one -> part(run, one, all, base)).orElse(null), base));
        }
        String provider = shop.providers().stream().filter(one -> one.namespace().equals(trail.namespace()))
                .map(Provider::name).findFirst().orElse(trail.namespace());
        return new TrailPage.Part(trail.workflow(), provider, trail.namespace(),
                places.workflow(trail.namespace(), trail.workflow()), status(trail),
                trail.isDeleted() ? "It was deleted before its end." : "", lines);
    }

    private TrailPage.Line line(ActionRun run, TrailStep step, TrailPage.@Nullable Part child, String base) {
        String name = step.attempt() > 1 ? step.name() + ", attempt " + step.attempt() : step.name();
        return new TrailPage.Line(name, status(step), took(step), child == null || !step.hasFailed()
                ? words(step)
                : "",
                step.pod().isEmpty() || step.phase().equals("Pending")
                        ? null
                        : base + "/runs/" + run.id() + "/log?step=" + step.id(),
                step.after(), child);
    }

    private static String words(TrailStep step) {
        return step.hasFailed() ? step.words() : step.phase().equals("Pending") ? step.message() : "";
    }

    private String took(TrailStep step) {
        if (step.startedAt() == null) {
            return "";
        }
        Instant end = step.finishedAt() == null ? clock.instant() : step.finishedAt();
        return step.finishedAt() == null && step.phase().equals("Running")
                ? ""
                : Age.words(Duration.between(step.startedAt(), end));
    }

    private static Status status(Trail trail) {
        return switch (trail.phase()) {
            case "Succeeded" -> new Status(State.OK, "Done");
            case "Failed", "Error" -> new Status(State.BAD, trail.stopped() ? "Stopped" : "Failed");
            case "Deleted" -> new Status(State.BAD, "Deleted");
            case "Running" -> new Status(State.RUN, trail.stopped() ? "Is stopping" : "Runs");
            default -> new Status(State.IDLE, "Not begun");
        };
    }

    private static Status status(TrailStep step) {
        return switch (step.phase()) {
            case "Succeeded" -> new Status(State.OK, "Done");
            case "Failed", "Error" -> new Status(State.BAD, "Failed");
            case "Running" -> new Status(State.RUN, "Runs");
            case "Pending" -> new Status(State.WAIT, "Waits");
            default -> new Status(State.IDLE, "Not reached");
        };
    }
}
