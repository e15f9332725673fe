package dev.tiphys.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;

/// Hashes of what a provider wrote, so that what was ordered and approved can be held against what there is. What Argo
/// and Kubernetes write into the objects themselves does not count.
final class Contents {

    private static final String OURS = "tiphys.dev/";

    private Contents() {
    }

    /// What the template does, and what it says to the catalog.
    static String of(Template template) {
        ObjectNode content = JsonView.object();
        content.set("spec", JsonView.parse(template.manifest()).at("spec").node());
        content.set("labels", ours(template.labels()));
        content.set("annotations", ours(template.annotations()));
        return sha(JsonView.write(sorted(content, false)));
    }

    private static ObjectNode ours(Map<String, String> all) {
        ObjectNode ours = JsonView.object();
        all.entrySet().stream().filter(entry -> entry.getKey().startsWith(OURS))
                .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        return ours;
    }

    /// Everything on which an action of this item rests: its template and the item's sheet.
    static String pin(Item item, ItemAction action) {
        JsonNode sheet = JsonMapper.shared().valueToTree(item.sheet());
        return sha(action.content() + "\n" + JsonView.write(sorted(sheet, true)));
    }

    /// What the form of an action asks for: it changes when somebody who has it open would fill in something else.
    static String form(ItemAction action) {
        ObjectNode form = JsonView.object();
        ArrayNode fields = form.putArray("fields");
        action.fields().forEach(field -> {
            ObjectNode one = fields.addObject().put("name", field.name()).put("required", field.required());
            field.options().forEach(one.putArray("options")::add);
        });
        String schema = action.form().schema();
        form.put("schema", schema.isEmpty() ? "" : JsonView.write(sorted(JsonView.parse(schema).node(), false)));
        return sha(JsonView.write(sorted(form, false))).substring(0, 16);
    }

    // A set has no order that could be relied on.
    private static JsonNode sorted(JsonNode node, boolean setsToo) {
        if (node.isObject()) {
            ObjectNode sorted = JsonView.object();
            node.properties().stream().sorted(Map.Entry.comparingByKey())
                    .forEach(entry -> sorted.set(entry.getKey(), sorted(entry.getValue(), setsToo)));
            return sorted;
        }
        if (!node.isArray()) {
            return node;
        }
        List<JsonNode> items = new ArrayList<>(node.valueStream().map(item -> sorted(item, setsToo)).toList());
        if (setsToo && items.stream().allMatch(JsonNode::isString)) {
            items.sort(Comparator.comparing(JsonNode::asString));
        }
        ArrayNode array = JsonMapper.shared().createArrayNode();
        items.forEach(array::add);
        return array;
    }

    static String sha(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
