package dev.tiphys.sandbox.workloads;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The AnalysisRuns of a Rollout: starts them, reads what came of them, ends them.
final class RolloutAnalysis {

    private static final int KEPT = 5;

    private final World world;

    RolloutAnalysis(World world) {
        this.world = world;
    }

    /// Sees to the run that `place` asks for and keeps its name and state in `holder`.
    Verdict follow(RolloutTurn turn, Place place, JsonNode analysis, ObjectNode holder) {
        String name = holder.path(place.field).path("name").asString("");
        Optional<ObjectNode> present = name.isEmpty() ? Optional.empty() : find(turn, name);
        if (present.isEmpty()) {
            ObjectNode run = start(turn, place, analysis);
            holder.putObject(place.field).put("name", ObjectMeta.name(run)).put("status", "Pending");
            return Verdict.OPEN;
        }
        JsonNode status = present.get().path("status");
        String phase = status.path("phase").asString("Pending");
        ObjectNode shown = holder.putObject(place.field).put("name", name).put("status", phase);
        if (status.has("message")) {
            shown.put("message", status.path("message").asString(""));
        }
        return Verdict.of(phase);
    }

    /// Ends every run of the Rollout that is still going on.
    void terminateAll(RolloutTurn turn) {
        for (ObjectNode run : list(turn)) {
            if (Verdict.of(run.path("status").path("phase").asString("Pending")) == Verdict.OPEN) {
                world.store().update(turn.key().cluster(), Kind.ANALYSIS_RUN, turn.key().namespace(),
                        ObjectMeta.name(run), object -> object.withObjectProperty("spec").put("terminate", true));
            }
        }
    }

    /// Forgets the oldest finished runs beyond the limits, successful and unsuccessful ones apart.
    void trim(RolloutTurn turn) {
        JsonNode limits = turn.spec().path("analysis");
        trim(turn, limits.path("successfulRunHistoryLimit").asInt(KEPT), Verdict.GOOD::equals);
        trim(turn, limits.path("unsuccessfulRunHistoryLimit").asInt(KEPT),
                verdict -> verdict == Verdict.BAD || verdict == Verdict.UNCLEAR);
    }

    private void trim(RolloutTurn turn, int limit, Predicate<Verdict> which) {
        list(turn).stream().filter(run -> which.test(Verdict.of(run.path("status").path("phase").asString("Pending"))))
                .sorted(Comparator.comparing((ObjectNode run) -> run.path("status").path("completedAt").asString(""))
                        .reversed())
                .skip(limit).forEach(run -> world.store().delete(turn.key().cluster(), Kind.ANALYSIS_RUN,
                        turn.key().namespace(), ObjectMeta.name(run)));
    }

    private List<ObjectNode> list(RolloutTurn turn) {
        String uid = ObjectMeta.uid(turn.rollout());
        return world.store().list(turn.key().cluster(), Kind.ANALYSIS_RUN, turn.key().namespace()).stream()
                .filter(run -> run.path("metadata").path("ownerReferences").path(0).path("uid").asString("")
                        .equals(uid))
                .toList();
    }

    private Optional<ObjectNode> find(RolloutTurn turn, String name) {
        return world.store().find(turn.key().cluster(), Kind.ANALYSIS_RUN, turn.key().namespace(), name);
    }

    private ObjectNode start(RolloutTurn turn, Place place, JsonNode analysis) {
        ReplicaSet set = turn.current();
        String base = turn.name() + "-" + set.hash() + "-" + set.revision() + place.suffix(turn);
        String name = base;
        for (int i = 1; find(turn, name).isPresent(); i++) {
            name = base + "." + i;
        }
        ObjectNode run = turn.rollout().objectNode();
        run.put("apiVersion", Kind.ANALYSIS_RUN.apiVersion()).put("kind", Kind.ANALYSIS_RUN.name());
        ObjectNode meta = run.putObject("metadata").put("name", name).put("namespace", turn.key().namespace());
        ObjectNode labels = meta.putObject("labels").put("rollout-type", place.type)
                .put(SetOwner.ROLLOUT.hashLabel(), set.hash());
        if (place == Place.STEP) {
            labels.put("step-index", Integer.toString(turn.index()));
        }
        meta.putObject("annotations").put(SetOwner.ROLLOUT.revisionAnnotation(), Integer.toString(set.revision()));
        meta.putArray("ownerReferences").addObject().put("apiVersion", Kind.ROLLOUT.apiVersion())
                .put("kind", "Rollout").put("name", turn.name()).put("uid", ObjectMeta.uid(turn.rollout()))
                .put("controller", true).put("blockOwnerDeletion", true);
        run.set("spec", spec(turn, analysis));
        return world.store().create(turn.key().cluster(), run);
    }

    private ObjectNode spec(RolloutTurn turn, JsonNode analysis) {
        ObjectNode spec = turn.rollout().objectNode();
        for (JsonNode reference : analysis.path("templates")) {
            String name = reference.path("templateName").asString("");
            ObjectNode template = world.store()
                    .find(turn.key().cluster(), Kind.ANALYSIS_TEMPLATE, turn.key().namespace(), name).orElseThrow(
                            () -> KubeException.invalid("AnalysisTemplate \"" + name + "\" not found"));
            template.path("spec").path("metrics").forEach(metric -> spec.withArrayProperty("metrics").add(metric));
            template.path("spec").path("args").forEach(argument -> addArgument(spec, argument));
        }
        for (JsonNode argument : analysis.path("args")) {
            addArgument(spec, resolved(turn, argument));
        }
        return spec;
    }

    private static void addArgument(ObjectNode spec, JsonNode argument) {
        String name = argument.path("name").asString("");
        spec.withArrayProperty("args").removeIf(present -> present.path("name").asString("").equals(name));
        spec.withArrayProperty("args").add(argument);
    }

    private static JsonNode resolved(RolloutTurn turn, JsonNode argument) {
        String which = argument.path("valueFrom").path("podTemplateHashValue").asString("");
        if (which.isEmpty()) {
            return argument;
        }
        return turn.rollout().objectNode().put("name", argument.path("name").asString("")).put("value",
                which.equals("Stable") ? turn.text("stableRS") : turn.current().hash());
    }

    /// What a run says to the Rollout.
    enum Verdict {
        OPEN, GOOD, BAD, UNCLEAR;

        static Verdict of(String phase) {
            return switch (phase) {
                case "Successful" -> GOOD;
                case "Failed", "Error" -> BAD;
                case "Inconclusive" -> UNCLEAR;
                default -> OPEN;
            };
        }
    }

    /// Where in an update an analysis stands.
    enum Place {
        STEP("Step", "currentStepAnalysisRunStatus", "Step-based"), BACKGROUND("Background",
                "currentBackgroundAnalysisRunStatus", "Background"), PRE_PROMOTION("PrePromotion",
                        "prePromotionAnalysisRunStatus",
                        "PrePromotion"), POST_PROMOTION("PostPromotion", "postPromotionAnalysisRunStatus",
                                "PostPromotion");

        private final String type;
        private final String field;
        private final String title;

        Place(String type, String field, String title) {
            this.type = type;
            this.field = field;
            this.title = title;
        }

        String field() {
            return field;
        }

        /// Why a failed run of this place aborts.
        String failure(JsonNode holder) {
            return title + " analysis phase error/failed: " + holder.path(field).path("message").asString("");
        }

        private String suffix(RolloutTurn turn) {
            return switch (this) {
                case STEP -> "-" + turn.index();
                case BACKGROUND -> "";
                case PRE_PROMOTION -> "-pre";
                case POST_PROMOTION -> "-post";
            };
        }
    }
}
