package dev.tiphys.sandbox.argocd;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

/// The health of live objects by Argo CD's built-in rules and its customisations for Argo's own kinds.
final class HealthChecks {

    private HealthChecks() {
    }

    /// Empty for kinds without a health check.
    static Optional<Health> check(JsonNode object) {
        if (object.path("metadata").has("deletionTimestamp")) {
            return Optional.of(Health.progressing("Pending deletion"));
        }
        return switch (object.path("kind").asString("")) {
            case "Deployment" -> Optional.of(deployment(object));
            case "ReplicaSet" -> Optional.of(replicaSet(object));
            case "Pod" -> Optional.of(pod(object));
            case "Service" -> Optional.of(Health.HEALTHY);
            case "Rollout" -> Optional.of(rollout(object));
            case "AnalysisRun" -> Optional.of(analysisRun(object));
            case "Workflow" -> Optional.of(workflow(object));
            default -> Optional.empty();
        };
    }

    private static Health deployment(JsonNode object) {
        JsonNode spec = object.path("spec");
        JsonNode status = object.path("status");
        if (spec.path("paused").asBoolean(false)) {
            return new Health("Suspended", "Deployment is paused");
        }
        if (number(object.path("metadata"), "generation") > number(status, "observedGeneration")) {
            return Health.progressing("Waiting for rollout to finish: observed deployment generation less than desired"
                    + " generation");
        }
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("reason").asString("").equals("ProgressDeadlineExceeded")) {
                return Health.degraded("Deployment \"" + object.path("metadata").path("name").asString("")
                        + "\" exceeded its progress deadline");
            }
        }
        return deploymentReplicas(spec.path("replicas").asLong(1), status);
    }

    private static Health deploymentReplicas(long wanted, JsonNode status) {
        long updated = number(status, "updatedReplicas");
        long present = number(status, "replicas");
        long available = number(status, "availableReplicas");
        if (updated < wanted) {
            return Health.progressing("Waiting for rollout to finish: " + updated + " out of " + wanted
                    + " new replicas have been updated...");
        }
        if (present > updated) {
            return Health.progressing("Waiting for rollout to finish: " + (present - updated)
                    + " old replicas are pending termination...");
        }
        return available < updated
                ? Health.progressing("Waiting for rollout to finish: " + available + " of " + updated
                        + " updated replicas are available...")
                : Health.HEALTHY;
    }

    private static Health replicaSet(JsonNode object) {
        JsonNode status = object.path("status");
        if (number(object.path("metadata"), "generation") > number(status, "observedGeneration")
                && status.has("observedGeneration")) {
            return Health.progressing("Waiting for rollout to finish: observed replica set generation less than desired"
                    + " generation");
        }
        long wanted = object.path("spec").path("replicas").asLong(1);
        long available = number(status, "availableReplicas");
        return available < wanted
                ? Health.progressing("Waiting for rollout to finish: " + available + " out of " + wanted
                        + " new replicas are available...")
                : Health.HEALTHY;
    }

    private static Health pod(JsonNode object) {
        JsonNode status = object.path("status");
        for (JsonNode container : status.path("containerStatuses")) {
            JsonNode waiting = container.path("state").path("waiting");
            String reason = waiting.path("reason").asString("");
            if (reason.startsWith("Err") || reason.endsWith("Error") || reason.endsWith("BackOff")) {
                return Health.degraded(waiting.path("message").asString(reason));
            }
        }
        return switch (status.path("phase").asString("")) {
            case "Succeeded" -> Health.HEALTHY;
            case "Failed" -> Health.degraded(status.path("message").asString(""));
            case "Running" -> isReady(status) ? Health.HEALTHY : Health.progressing("");
            default -> Health.progressing(status.path("message").asString(""));
        };
    }

    private static boolean isReady(JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asString("").equals("Ready")) {
                return condition.path("status").asString("").equals("True");
            }
        }
        return !status.has("conditions");
    }

    private static Health rollout(JsonNode object) {
        JsonNode status = object.path("status");
        String observed = status.path("observedGeneration").asString("");
        String generation = object.path("metadata").path("generation").asString("");
        if (!observed.equals(generation)) {
            return Health.progressing("Waiting for rollout spec update to be observed");
        }
        String phase = status.path("phase").asString("");
        String message = status.path("message").asString("");
        return switch (phase) {
            case "" -> Health.progressing("");
            case "Paused" -> new Health("Suspended", message);
            default -> new Health(phase, message);
        };
    }

    private static Health analysisRun(JsonNode object) {
        String message = object.path("status").path("message").asString("");
        return switch (object.path("status").path("phase").asString("")) {
            case "Successful" -> new Health("Healthy", message);
            case "Failed", "Error" -> Health.degraded(message);
            case "Inconclusive" -> new Health("Unknown", message);
            default -> Health.progressing(message);
        };
    }

    private static Health workflow(JsonNode object) {
        String message = object.path("status").path("message").asString("");
        return switch (object.path("status").path("phase").asString("")) {
            case "", "Pending", "Running" -> Health.progressing(message);
            case "Succeeded" -> new Health("Healthy", message);
            case "Failed", "Error" -> Health.degraded(message);
            default -> new Health("Unknown", message);
        };
    }

    private static long number(JsonNode object, String field) {
        return object.path(field).asLong(0);
    }
}
