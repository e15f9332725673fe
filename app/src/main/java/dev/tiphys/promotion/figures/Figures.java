package dev.tiphys.promotion.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.plan.VersionOrder;

/// The figures of one service over some days.
///
/// @param days how far back a case may have ended
public record Figures(int days, List<Figure> all) {

    public Figures {
        all = List.copyOf(all);
    }

    /// @param past promotions of one service, in any order; older ones than `days` tell what was there before
    public static Figures of(List<PastPromotion> past, int days, Instant now) {
        return new Count(past.stream().sorted(Comparator.comparing(PastPromotion::createdAt)).toList(), days,
                now.minus(Duration.ofDays(days))).figures();
    }

    private record Count(List<PastPromotion> past, int days, Instant since) {

        Figures figures() {
            List<PastPromotion> ended = past.stream().filter(one -> isIn(one.finishedAt())).toList();
            List<PastPromotion> good = ended.stream().filter(PastPromotion::succeeded).toList();
            List<PastPromotion> changes = ended.stream().filter(one -> one.productionBegan() != null).toList();
            List<Duration> durations = good.stream().map(one -> between(one.begin(), one.finishedAt())).toList();
            return new Figures(days, List.of(
                    Figure.rate("success-rate", "Success rate", good.size(), ended.size(),
                            "Of the promotions that ended, how many succeeded; stopped and rejected ones did not."),
                    Figure.median("duration", "Duration", durations,
                            "From start to end of a promotion that succeeded, waiting included; the median."),
                    Figure.frequency("deployment-frequency", "Deployment frequency",
                            (int) past.stream().filter(one -> isIn(one.productionDone())).count(), days,
                            "How often a promotion completed all its waves of production."),
                    Figure.median("lead-time", "Lead time for changes", leadTimes(),
                            "From the announcement of a version, or else its first promotion, until it was first complete"
                                    + " in production; the median."),
                    Figure.rate("change-failure-rate", "Change failure rate",
                            changes.stream().filter(this::failed).count(), changes.size(),
                            "Of the promotions that changed production and ended, how many failed or were stopped, left a"
                                    + " target behind, or were taken back by the next one."),
                    Figure.median("time-to-restore", "Time to restore", restored(),
                            "From the end of a promotion that failed in production until the next one was complete there;"
                                    + " the median.")));
        }

        private boolean isIn(@Nullable Instant moment) {
            return moment != null && !moment.isBefore(since);
        }

        private static Duration between(Instant begin, @Nullable Instant end) {
            return end == null || end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
        }

        private List<Duration> leadTimes() {
            Map<String, Instant> known = new HashMap<>();
            for (PastPromotion one : past) {
                Instant told = one.announcedAt() != null && one.announcedAt().isBefore(one.createdAt())
                        ? one.announcedAt()
                        : one.createdAt();
                known.merge(one.version(), told, (a, b) -> a.isBefore(b) ? a : b);
            }
            Set<String> arrived = new HashSet<>();
            List<Duration> times = new ArrayList<>();
            for (Arrival one : arrivals()) {
                if (arrived.add(one.version()) && isIn(one.at())) {
                    times.add(between(known.getOrDefault(one.version(), one.at()), one.at()));
                }
            }
            return times;
        }

        private record Arrival(String version, Instant at) {}

        private List<Arrival> arrivals() {
            List<Arrival> arrivals = new ArrayList<>();
            for (PastPromotion one : past) {
                Instant done = one.productionDone();
                if (done != null) {
                    arrivals.add(new Arrival(one.version(), done));
                }
            }
            arrivals.sort(Comparator.comparing(Arrival::at));
            return arrivals;
        }

        private boolean failed(PastPromotion one) {
            return !one.succeeded() || one.hurt() || takenBack(one);
        }

        /// The next change of production brought an older version, or one that had been there before.
        private boolean takenBack(PastPromotion one) {
            List<PastPromotion> changes = past.stream().filter(other -> other.productionBegan() != null).toList();
            int at = changes.indexOf(one);
            if (at < 0 || at + 1 >= changes.size()) {
                return false;
            }
            String next = changes.get(at + 1).version();
            return !next.equals(one.version()) && (VersionOrder.compare(next, one.version()).orElse(0) < 0
                    || changes.subList(0, at).stream().anyMatch(
                            earlier -> earlier.productionDone() != null && earlier.version().equals(next)));
        }

        private List<Duration> restored() {
            List<Duration> times = new ArrayList<>();
            for (PastPromotion one : past) {
                Instant end = one.finishedAt();
                if (end != null && one.productionBegan() != null && failed(one)) {
                    arrivals().stream().map(Arrival::at).filter(done -> done.isAfter(end)).findFirst()
                            .filter(this::isIn).ifPresent(done -> times.add(Duration.between(end, done)));
                }
            }
            return times;
        }
    }
}
