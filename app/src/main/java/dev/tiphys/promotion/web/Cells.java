package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.plan.VersionSpread;
import dev.tiphys.promotion.web.HomePage.Cell;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Draws a service in one environment: a mixed one mixed, a lagging one amber, a moving one blue, and a good one plain.
///
/// @param ahead the version of the foremost environment; a cell on another one lags
/// @param moving the promotions of the service that have not ended
record Cells(String ahead, List<PromotionView> moving, Instant now) {

    /// The version that counts for a group of targets: the preferred one if any has it, else the newest.
    static String leading(List<FleetApplication> targets, String preferred) {
        VersionSpread spread = VersionSpread.of(targets);
        return spread.versions().contains(preferred) ? preferred : spread.leading();
    }

    Cell cell(String environment, List<FleetApplication> targets) {
        if (targets.isEmpty()) {
            return new Cell(environment, "", 0, 0, State.IDLE.css(), "", "Not there", "", null, null);
        }
        Optional<PromotionView> mover = moving.stream().filter(promotion -> isMoving(promotion, environment))
                .findFirst();
        String version = leading(targets, mover.map(PromotionView::version).orElse(ahead));
        int on = (int) targets.stream().filter(target -> target.version().equals(version)).count();
        Status status = status(targets, mover, environment);
        String note = note(targets, version, on,
                mover.map(promotion -> movement(promotion, environment, version)).orElse(""));
        String tint = status.state() == State.RUN || mover.isPresent()
                ? "is-moving"
                : on < targets.size() || !version.equals(ahead) ? "is-behind" : "";
        return new Cell(environment, version.isEmpty() ? "unknown" : version, on, targets.size(), status.css(), tint,
                status.word(), note, age(targets),
                mover.map(promotion -> Links.promotion(promotion.id())).orElse(null));
    }

    private static boolean isMoving(PromotionView promotion, String environment) {
        return wave(promotion, environment).filter(wave -> wave.phase().equals("RUNNING")).isPresent();
    }

    private static Optional<WaveView> wave(PromotionView promotion, String environment) {
        return promotion.waves().stream().filter(wave -> wave.name().equals(environment)).findFirst();
    }

    private static Status status(List<FleetApplication> targets, Optional<PromotionView> mover, String environment) {
        if (mover.flatMap(promotion -> wave(promotion, environment)).stream().flatMap(wave -> wave.targets().stream())
                .anyMatch(target -> target.phase().equals("ASKS"))) {
            return new Status(State.BAD, "Needs a decision");
        }
        long away = targets.stream().filter(target -> !target.reachable()).count();
        if (away > 0) {
            return new Status(State.IDLE, away == targets.size() ? "Not reachable" : away + " not reachable");
        }
        long unhealthy = targets.stream().filter(FleetApplication::isUnhealthy).count();
        if (unhealthy > 0) {
            return new Status(State.BAD, targets.size() == 1 ? "Unhealthy" : unhealthy + " unhealthy");
        }
        if (mover.isPresent() || targets.stream().anyMatch(FleetApplication::isMoving)) {
            return new Status(State.RUN, "Moving");
        }
        boolean healthy = targets.stream().allMatch(target -> target.health().equals("Healthy"));
        return healthy ? new Status(State.OK, "Healthy") : new Status(State.IDLE, "Health unknown");
    }

    private static String movement(PromotionView promotion, String environment, String version) {
        String to = version.equals(promotion.version()) ? "" : "to " + promotion.version();
        String weight = weight(promotion, environment);
        return to.isEmpty() || weight.isEmpty() ? to + weight : to + ", " + weight;
    }

    private static String weight(PromotionView promotion, String environment) {
        return wave(promotion, environment).stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> target.phase().equals("RUNNING")).map(TargetView::canaryWeight)
                .filter(Objects::nonNull).min(Integer::compare).map(weight -> "canary " + weight + " %").orElse("");
    }

    private static String note(List<FleetApplication> targets, String version, int on, String movement) {
        String mixed = on < targets.size() ? on + " of " + targets.size() + " on " + version : "";
        return mixed.isEmpty() || movement.isEmpty() ? mixed + movement : mixed + ", " + movement;
    }

    private @Nullable Age age(List<FleetApplication> targets) {
        return targets.stream().map(target -> target.summary().operationFinishedAt()).filter(Objects::nonNull)
                .max(Comparator.comparing(Function.identity())).map(moment -> Age.of(moment, now)).orElse(null);
    }
}
