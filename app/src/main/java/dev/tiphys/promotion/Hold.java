package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;

/// Whether a promotion is held, by what people decided: pauses and resumes take turns, and the end ends both.
record Hold(List<Decision> pauses, List<Decision> resumes, Optional<Decision> stop) {

    private static final String FOREIGN = "resume-argo-";

    static Hold of(List<Decision> decisions) {
        return new Hold(decisions.stream().filter(one -> one.decision().equals("pause")).toList(),
                decisions.stream().filter(one -> one.decision().equals("resume")).toList(),
                decisions.stream().filter(one -> one.decision().equals("stop")).findFirst());
    }

    /// The pause that no resume has ended.
    Optional<Decision> pause() {
        return stop.isEmpty() && pauses.size() > answers() ? Optional.of(pauses.getLast()) : Optional.empty();
    }

    private long answers() {
        return resumes.stream().filter(one -> !one.node().startsWith(FOREIGN)).count();
    }

    /// The latest word on going on.
    Optional<Decision> resume() {
        return resumes.isEmpty() ? Optional.empty() : Optional.of(resumes.getLast());
    }

    String nextPause() {
        return "pause-" + (pauses.size() + 1);
    }

    /// The question that a resume answers; somebody may also have suspended the workflow in Argo.
    String nextResume() {
        return pause().isPresent() ? "resume-" + (answers() + 1) : FOREIGN + (resumes.size() - answers() + 1);
    }

    /// Changes with each decision.
    String mark() {
        return pauses.size() + "/" + resumes.size() + "/" + stop.isPresent();
    }
}
