package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionPage.Clusters;
import dev.tiphys.promotion.web.PromotionPage.Head;
import dev.tiphys.promotion.web.PromotionPage.Option;
import dev.tiphys.promotion.web.PromotionPage.TargetLine;
import dev.tiphys.web.Age;

/// All targets of a promotion, filtered and sorted. One pass over them and one sort, however many there are.
record ClusterList(PromotionView promotion, ClusterAsk ask, Instant now, @Nullable Rights rights) {

    ClusterList(PromotionView promotion, ClusterAsk ask, Instant now) {
        this(promotion, ask, now, null);
    }

    private static final int PAGE = 250;
    private static final List<String> STATES = List.of("asks", "failed", "moving", "skipped", "later", "done");
    private static final Map<String, String> WORDS = Map.of("asks", "Needs a decision", "failed", "Failed", "moving",
            "Moving", "skipped", "Skipped", "later", "Later", "done", "Done");
    private static final Comparator<Row> UNUSUAL_FIRST = Comparator
            .comparingInt(row -> STATES.indexOf(state(row.target())));

    private record Row(int wave, String waveName, TargetView target) {}

    /// The word of the filter for a target's phase.
    static String state(TargetView target) {
        return switch (target.phase()) {
            case "ASKS" -> "asks";
            case "RUNNING" -> "moving";
            case "FAILED" -> "failed";
            case "SKIPPED" -> "skipped";
            case "SUCCEEDED" -> "done";
            default -> "later";
        };
    }

    /// The targets that are asked for, in order.
    List<TargetView> targets() {
        return rows().stream().map(Row::target).toList();
    }

    private List<Row> rows() {
        String wanted = ask.q().toLowerCase(Locale.ROOT);
        List<Row> rows = new ArrayList<>();
        List<WaveView> waves = promotion.waves();
        for (int i = 0; i < waves.size(); i++) {
            WaveView wave = waves.get(i);
            if (ask.wave().isEmpty() || ask.wave().equals(wave.name())) {
                for (TargetView target : wave.targets()) {
                    if (matches(target, wanted)) {
                        rows.add(new Row(i, wave.name(), target));
                    }
                }
            }
        }
        rows.sort(order());
        return rows;
    }

    private boolean matches(TargetView target, String wanted) {
        boolean inState = ask.state().isEmpty() || !STATES.contains(ask.state())
                || ask.state().equals(state(target));
        return inState && (wanted.isEmpty()
                || (target.cluster() + " " + target.application() + " " + target.from()).toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    private Comparator<Row> order() {
        boolean down = ask.sort().startsWith("-");
        Comparator<Row> order = switch (down ? ask.sort().substring(1) : ask.sort()) {
            case "cluster" -> Comparator.comparing(row -> row.target().cluster());
            case "wave" -> Comparator.comparingInt(Row::wave);
            case "took" -> Comparator.comparing(row -> duration(row.target()));
            default -> UNUSUAL_FIRST;
        };
        return (down ? order.reversed() : order).thenComparingInt(Row::wave)
                .thenComparing(row -> row.target().cluster());
    }

    private Duration duration(TargetView target) {
        Instant started = target.startedAt();
        Instant finished = target.finishedAt();
        return started == null ? Duration.ZERO : Duration.between(started, finished == null ? now : finished);
    }

    Clusters clusters() {
        List<Row> rows = rows();
        int pages = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        int page = Math.min(ask.page(), pages - 1);
        List<TargetLine> lines = rows.subList(page * PAGE, Math.min(rows.size(), (page + 1) * PAGE)).stream()
                .map(this::line).toList();
        long all = promotion.waves().stream().mapToLong(wave -> wave.targets().size()).sum();
        return new Clusters(lines, rows.size() + " of " + Counted.of(all, "cluster"), ask.q(), waves(), states(),
                heads(), ask.sort(), ClusterAsk.ALL.href(promotion.id()),
                page > 0 ? ask.onPage(page - 1).href(promotion.id()) : null,
                page < pages - 1 ? ask.onPage(page + 1).href(promotion.id()) : null);
    }

    private List<Option> waves() {
        return promotion.waves().stream()
                .map(wave -> new Option(wave.name(), wave.name(), wave.name().equals(ask.wave()))).toList();
    }

    private List<Option> states() {
        return STATES.stream().map(name -> new Option(name, WORDS.getOrDefault(name, name), name.equals(ask.state())))
                .toList();
    }

    private List<Head> heads() {
        return List.of(head("cluster", "Cluster"), new Head("Application", null, null), head("wave", "Wave"),
                new Head("Version", null, null), head("state", "State"), new Head("What", null, null),
                head("took", "Took"));
    }

    private Head head(String name, String label) {
        boolean up = ask.sort().equals(name);
        boolean down = ask.sort().equals("-" + name);
        return new Head(label, ask.sortedBy(up ? "-" + name : name).href(promotion.id()),
                up ? "ascending" : down ? "descending" : null);
    }

    private TargetLine line(Row row) {
        TargetView target = row.target();
        return new TargetLine(target.cluster(), target.application(), row.waveName(), target.from(), target.to(),
                Waves.status(target), target.step(), target.phase().equals("LATER") ? "" : target.reason(),
                target.startedAt() == null ? "" : Age.words(duration(target)),
                target.podName().isEmpty() ? null : Links.target(promotion.id(), target.application()),
                rollback(target));
    }

    private @Nullable String rollback(TargetView target) {
        boolean may = rights != null && rights.mayPromote(promotion.service(), target.environment());
        return may && !target.phase().equals("LATER")
                ? Links.rollback(promotion.id(), target.application())
                : null;
    }
}
