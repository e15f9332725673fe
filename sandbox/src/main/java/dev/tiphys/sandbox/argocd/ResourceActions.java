package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The actions of Argo CD's resource customisations: which an object offers, and the merge patch that each makes.
final class ResourceActions {

    private static final String PAUSED = "paused";
    private static final String STATUS = "status";

    private ResourceActions() {
    }

    static List<ResourceAction> discover(ObjectNode object) {
        return switch (object.path("kind").asString("")) {
            case "Rollout" -> ofRollout(object);
            case "AnalysisRun" -> List.of(new ResourceAction("terminate", isFinished(object)));
            case "Deployment" -> {
                boolean paused = object.path("spec").path(PAUSED).asBoolean(false);
                yield List.of(new ResourceAction("restart", false), new ResourceAction("pause", paused),
                        new ResourceAction("resume", !paused), new ResourceAction("scale", false, List.of("replicas")));
            }
            default -> List.of();
        };
    }

    private static boolean isFinished(JsonNode run) {
        return run.path("spec").path("terminate").asBoolean(false) || switch (run.path(STATUS).path("phase").asString(
                "")) {
            case "Successful", "Failed", "Error", "Inconclusive" -> true;
            default -> false;
        };
    }

    private static List<ResourceAction> ofRollout(ObjectNode rollout) {
        JsonNode status = rollout.path(STATUS);
        if (!status.isObject()) {
            throw GrpcException.unknown("error getting available actions: <string>:2: attempt to index a non-table "
                    + "object(nil) with key 'currentPodHash'");
        }
        boolean promoted = status.path("currentPodHash").asString("").equals(status.path("stableRS").asString(""));
        boolean aborted = status.path("abort").asBoolean(false);
        boolean paused = rollout.path("spec").path(PAUSED).asBoolean(false);
        JsonNode conditions = status.path("pauseConditions");
        boolean notPaused = conditions.isArray() ? conditions.isEmpty() : !paused;
        int steps = rollout.path("spec").path("strategy").path("canary").path("steps").size();
        return List.of(new ResourceAction("restart", false),
                new ResourceAction("pause", promoted || aborted || paused),
                new ResourceAction("resume", notPaused),
                new ResourceAction("abort", promoted || aborted),
                new ResourceAction("retry", promoted || !aborted),
                new ResourceAction("promote-full", promoted),
                new ResourceAction("skip-current-step", steps == 0 || index(status) >= steps));
    }

    private static int index(JsonNode status) {
        return status.path("currentStepIndex").asInt(0);
    }

    /// The merge patch of an action; one that the kind does not know is refused as a plain error.
    static ObjectNode patch(ObjectNode object, String action, JsonNode parameters, String now) {
        return switch (object.path("kind").asString("") + " " + action) {
            case "Rollout restart" -> spec("restartAt", JsonNodeFactory.instance.stringNode(now));
            case "Rollout pause", "Deployment pause" -> spec(PAUSED, JsonNodeFactory.instance.booleanNode(true));
            case "Rollout resume" -> resume(object);
            case "Rollout abort" -> status("abort", JsonNodeFactory.instance.booleanNode(true));
            case "Rollout retry" -> status("abort", JsonNodeFactory.instance.nullNode());
            case "Rollout promote-full" -> status("promoteFull", JsonNodeFactory.instance.booleanNode(true));
            case "Rollout skip-current-step" -> skip(object);
            case "AnalysisRun terminate" -> spec("terminate", JsonNodeFactory.instance.booleanNode(true));
            case "Deployment resume" -> spec(PAUSED, JsonNodeFactory.instance.nullNode());
            case "Deployment restart" -> restart(now);
            case "Deployment scale" -> spec("replicas", JsonNodeFactory.instance.numberNode(replicas(parameters)));
            default -> throw GrpcException
                    .unknown("error getting Lua resource action: built-in script does not exist");
        };
    }

    private static ObjectNode spec(String field, JsonNode value) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec").set(field, value);
        return patch;
    }

    private static ObjectNode status(String field, JsonNode value) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject(STATUS).set(field, value);
        return patch;
    }

    private static ObjectNode resume(ObjectNode rollout) {
        ObjectNode patch = status("pauseConditions", JsonNodeFactory.instance.nullNode());
        if (rollout.path("spec").path(PAUSED).asBoolean(false)) {
            patch.putObject("spec").put(PAUSED, false);
        }
        return patch;
    }

    private static ObjectNode skip(ObjectNode rollout) {
        ObjectNode patch = status("pauseConditions", JsonNodeFactory.instance.nullNode());
        patch.withObjectProperty(STATUS).put("currentStepIndex", index(rollout.path(STATUS)) + 1);
        return patch;
    }

    private static ObjectNode restart(String now) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("spec").putObject("template").putObject("metadata").putObject("annotations")
                .put("kubectl.kubernetes.io/restartedAt", now);
        return patch;
    }

    private static int replicas(JsonNode parameters) {
        for (JsonNode parameter : parameters) {
            String value = parameter.path("value").asString("");
            if (parameter.path("name").asString("").equals("replicas") && value.matches("\\d{1,6}")) {
                return Integer.parseInt(value);
            }
        }
        throw GrpcException.unknown("invalid number: replicas");
    }
}
