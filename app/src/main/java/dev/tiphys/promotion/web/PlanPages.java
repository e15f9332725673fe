package dev.tiphys.promotion.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.promotion.web.PlanPage.Change;
import dev.tiphys.promotion.web.PlanPage.Start;
import dev.tiphys.promotion.web.PlanPage.TargetRow;
import dev.tiphys.promotion.web.PlanPage.WaveRow;
import dev.tiphys.web.Age;
import dev.tiphys.web.Notice;
import dev.tiphys.web.State;

/// Tells a plan: what changes, where, in which order, and what to know before starting it.
record PlanPages(Plan plan, List<Remark> remarks) {

    PlanPage page(ProgramText hera, ProgramText manifest, Start start, String change) {
        return page(hera, manifest, start, change, PlanPage.Around.nothing(plan.service()));
    }

    PlanPage page(ProgramText hera, ProgramText manifest, Start start, String change, PlanPage.Around around) {
        boolean blocked = remarks.stream().anyMatch(remark -> remark.level() == Remark.Level.BLOCKER);
        List<Notice> general = remarks.stream().filter(remark -> remark.environment().isEmpty())
                .map(PlanPages::notice).toList();
        List<Notice> notices = general.stream().filter(notice -> notice.state() != State.IDLE).toList();
        List<Notice> notes = general.stream().filter(notice -> notice.state() == State.IDLE).toList();
        return new PlanPage(plan.service(), to(plan.targets()), from(plan.targets()),
                Counted.of(plan.targets().size(), "cluster"), Counted.of(plan.waves().size(), "wave"), gates(), blocked,
                remarks.size(), notices, notes, changes(), rows(), hera, manifest, start.hash(), start, change,
                PlanPage.Why.NOTHING, around);
    }

    private String gates() {
        List<String> gated = plan.waves().stream().filter(wave -> wave.gate() instanceof Gate.Approval).map(Wave::name)
                .toList();
        return gated.isEmpty() ? "" : String.join(" and ", gated);
    }

    private List<Change> changes() {
        String what = switch (plan.mechanism().kind()) {
            case "kustomize-image" -> "Image";
            case "helm-parameter" -> "Helm parameter";
            case "target-revision" -> "Git revision";
            default -> "Version";
        };
        String subject = plan.mechanism().subject();
        String join = plan.mechanism().kind().equals("kustomize-image") ? ":" : " ";
        String how = (subject.isEmpty() ? "" : subject + join) + from(plan.targets()) + " → " + to(plan.targets());
        return List.of(new Change(what, how, "on " + Counted.of(plan.targets().size(), "cluster")),
                new Change("Mechanism", mechanism(), safety()));
    }

    private String mechanism() {
        return switch (plan.mechanism().kind()) {
            case "kustomize-image" -> "an image override of Kustomize in the Application";
            case "helm-parameter" -> "a parameter of Helm in the Application";
            case "target-revision" -> "the target revision of the Application";
            default -> plan.mechanism().kind();
        };
    }

    /// Whether something would change it back.
    private String safety() {
        List<String> codes = remarks.stream().map(Remark::code).toList();
        if (codes.contains("reverted-by-applicationset")) {
            return "an ApplicationSet puts it back";
        }
        return codes.contains("applicationsets-not-known")
                ? "whether an ApplicationSet leaves it alone is not known"
                : "nothing puts it back";
    }

    private static String from(List<Target> targets) {
        return String.join(", ", targets.stream().map(Target::from).distinct().toList());
    }

    private String to(List<Target> targets) {
        return String.join(", ", targets.stream().map(plan::to).distinct().toList());
    }

    private List<WaveRow> rows() {
        List<WaveRow> rows = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            int number = rows.size() + 1;
            rows.add(new WaveRow(number, wave.name(), from(wave.targets()), to(wave.targets()), clusters(wave),
                    gate(wave.gate(), number), soak(wave.soak()), of(wave), wave.targets().stream()
                            .map(target -> new TargetRow(target.application().name(), target.cluster(),
                                    target.from() + " → " + plan.to(target)))
                            .toList()));
        }
        return rows;
    }

    private static String clusters(Wave wave) {
        String count = Counted.of(wave.targets().size(), "cluster");
        int flight = wave.maxInFlight();
        if (wave.targets().size() == 1) {
            return count;
        }
        return count + (flight >= wave.targets().size()
                ? ", all at once"
                : flight == 1 ? ", one at a time" : ", " + flight + " at a time");
    }

    private static String gate(Gate gate, int number) {
        return switch (gate) {
            case Gate.AtOnce atOnce -> number == 1 ? "starts at once" : "after wave " + (number - 1);
            case Gate.Approval approval -> "approval by a second person";
        };
    }

    private static String soak(Duration soak) {
        return soak.isZero() ? "–" : Age.words(soak).replace("60 s", "1 min") + " healthy";
    }

    private List<Notice> of(Wave wave) {
        return remarks.stream().filter(remark -> remark.environment().equals(wave.name())).map(PlanPages::notice)
                .toList();
    }

    private static Notice notice(Remark remark) {
        State state = switch (remark.level()) {
            case NOTE -> State.IDLE;
            case WARNING -> State.WAIT;
            case BLOCKER -> State.BAD;
        };
        return new Notice(state, remark.text());
    }
}
