package dev.tiphys.sandbox.kubeapi;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The tables that `kubectl get` prints.
final class Tables {

    private final Kind kind;
    private final Instant now;
    private final boolean wholeObjects;
    private final List<Column> columns = new ArrayList<>();

    Tables(Kind kind, Instant now, boolean wholeObjects) {
        this.kind = kind;
        this.now = now;
        this.wholeObjects = wholeObjects;
        columns.add(new Column("Name", ObjectMeta::name));
        columns.addAll(special());
        columns.add(new Column("Age", this::age));
    }

    private List<Column> special() {
        return switch (kind.name()) {
            case "Rollout" -> List.of(number("Desired", "/spec/replicas"), number("Current", "/status/replicas"),
                    number("Up-to-date", "/status/updatedReplicas"),
                    number("Available", "/status/availableReplicas"));
            case "Deployment" -> List.of(new Column("Ready", Tables::ready),
                    number("Up-to-date", "/status/updatedReplicas"),
                    number("Available", "/status/availableReplicas"));
            case "ReplicaSet" -> List.of(number("Desired", "/spec/replicas"), number("Current", "/status/replicas"),
                    number("Ready", "/status/readyReplicas"));
            case "Application" -> List.of(text("Sync Status", "/status/sync/status"),
                    text("Health Status", "/status/health/status"));
            case "Workflow", "AnalysisRun", "Namespace", "Pod" -> List.of(text("Status", "/status/phase"));
            case "Secret" -> List.of(text("Type", "/type"),
                    new Column("Data", object -> Integer.toString(object.path("data").size())));
            default -> List.of();
        };
    }

    private static Column text(String name, String pointer) {
        return new Column(name, object -> object.at(pointer).asString(""));
    }

    private static Column number(String name, String pointer) {
        return new Column(name, object -> object.at(pointer).asString("0"));
    }

    private static String ready(JsonNode object) {
        return object.at("/status/readyReplicas").asInt(0) + "/" + object.at("/spec/replicas").asInt(1);
    }

    private String age(JsonNode object) {
        String created = object.path("metadata").path("creationTimestamp").asString("");
        if (created.isEmpty()) {
            return "<unknown>";
        }
        Duration age = Duration.between(Instant.parse(created), now);
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        if (age.toHours() < 3) {
            return age.toMinutes() + "m";
        }
        return age.toDays() < 2 ? age.toHours() + "h" : age.toDays() + "d";
    }

    ObjectNode of(List<? extends JsonNode> objects, ObjectNode listMeta) {
        ObjectNode table = JsonMapper.shared().createObjectNode().put("kind", "Table").put("apiVersion",
                "meta.k8s.io/v1");
        table.set("metadata", listMeta);
        ArrayNode definitions = table.putArray("columnDefinitions");
        columns.forEach(column -> definitions.addObject().put("name", column.name).put("type", "string")
                .put("format", column.name.equals("Name") ? "name" : "").put("description", column.name)
                .put("priority", 0));
        ArrayNode rows = table.putArray("rows");
        objects.forEach(object -> row(rows.addObject(), object));
        return table;
    }

    private void row(ObjectNode row, JsonNode object) {
        ArrayNode cells = row.putArray("cells");
        columns.forEach(column -> cells.add(column.cell.apply(object)));
        if (wholeObjects) {
            row.set("object", object);
            return;
        }
        ObjectNode partial = row.putObject("object").put("kind", "PartialObjectMetadata").put("apiVersion",
                "meta.k8s.io/v1");
        partial.set("metadata", object.path("metadata"));
    }

    private record Column(String name, Function<JsonNode, String> cell) {}
}
