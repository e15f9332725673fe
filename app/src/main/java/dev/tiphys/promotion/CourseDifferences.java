package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.CourseReader;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.recovery.Choice;
import dev.tiphys.recovery.Difference;

/// Where a workflow has come further than the database knows.
final class CourseDifferences {

    private CourseDifferences() {
    }

    static List<Difference> of(RestoredPromotions.Open open, WorkflowRun run) {
        List<Difference> differences = new ArrayList<>(decisions(open, run));
        Course there = CourseReader.read(PlanText.read(open.promotion().plan()), run);
        if (run.isFinished() || !words(there).equals(words(open.course()))) {
            differences.add(new Difference("course/" + open.promotion().id(), "advanced", open.words(),
                    "Argo says " + words(there)
                            + (run.isFinished() ? ", and that it is over (" + run.phase() + ")" : "")
                            + "; the database says " + words(open.course())
                            + ". The portal takes over what Argo says when it goes on.",
                    List.of(Choice.ACCEPT)));
        }
        return differences;
    }

    private static String words(Course course) {
        return course.waves().stream().map(CourseDifferences::words).collect(Collectors.joining(", "));
    }

    private static String words(WaveCourse wave) {
        return wave.name() + " " + wave.phase();
    }

    private static List<Difference> decisions(RestoredPromotions.Open open, WorkflowRun run) {
        Set<String> known = open.decisions().stream().map(Decision::node).collect(Collectors.toSet());
        return run.nodes().values().stream()
                .filter(node -> node.type().equals("Suspend") && node.isFinished() && !known.contains(node.id()))
                .filter(node -> node.outputs().containsKey("decision"))
                .map(node -> new Difference("answer/" + open.promotion().id() + "/" + node.id(), "unknown-decision",
                        open.words(),
                        "Argo was told \"" + node.outputs().get("decision") + "\" at " + node.displayName()
                                + (node.message().isEmpty() ? "" : " (" + node.message() + ")")
                                + ", and the database has no such decision. It stays as it is.",
                        List.of(Choice.ACCEPT)))
                .toList();
    }
}
