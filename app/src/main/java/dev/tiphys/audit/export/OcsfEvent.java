package dev.tiphys.audit.export;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.audit.AuditEntry;

/// An entry as an event of the Open Cybersecurity Schema Framework, version 1.6.0: class API Activity of the category
/// Application Activity. What the schema has no place for stands under `unmapped`.
final class OcsfEvent {

    private static final String VERSION = "1.6.0";
    private static final int CATEGORY = 6;
    private static final int CLASS = 6003;
    private static final int OTHER = 99;

    private OcsfEvent() {
    }

    static String of(AuditEntry entry) {
        boolean done = entry.outcome().equals("DONE");
        ObjectNode event = JsonMapper.shared().createObjectNode().put("category_uid", CATEGORY)
                .put("category_name", "Application Activity").put("class_uid", CLASS)
                .put("class_name", "API Activity").put("activity_id", OTHER).put("activity_name", entry.code())
                .put("type_uid", CLASS * 100 + OTHER).put("time", entry.at().toEpochMilli())
                .put("severity_id", severity(entry.outcome())).put("status_id", done ? 1 : 2)
                .put("status", done ? "Success" : "Failure");
        put(event, "status_detail", done ? null : entry.reason());
        ObjectNode metadata = event.putObject("metadata").put("uid", Long.toString(entry.seq())).put("version", VERSION)
                .put("event_code", entry.code()).put("sequence", entry.seq()).put("log_name", "audit");
        metadata.putObject("product").put("name", "Tiphys").put("vendor_name", "Tiphys");
        putWho(event, entry.who());
        ObjectNode api = event.putObject("api").put("operation", entry.code());
        if (entry.requestId() != null) {
            api.putObject("request").put("uid", entry.requestId());
        }
        event.putArray("resources").addObject().put("type", entry.targetKind()).put("uid", entry.targetId());
        putRest(event.putObject("unmapped"), entry);
        return event.toString();
    }

    // 1 informational, 3 medium, 4 high.
    private static int severity(String outcome) {
        return switch (outcome) {
            case "DONE" -> 1;
            case "REFUSED" -> 3;
            default -> 4;
        };
    }

    private static void putWho(ObjectNode event, AuditEntry.Who who) {
        ObjectNode user = event.putObject("actor").putObject("user").put("uid", who.subject());
        put(user, "name", who.name());
        ObjectNode source = event.putObject("src_endpoint");
        if (who.address() == null) {
            source.put("name", who.via());
        } else {
            source.put("ip", who.address());
        }
        if (who.agent() != null) {
            event.putObject("http_request").put("user_agent", who.agent());
        }
    }

    private static void putRest(ObjectNode rest, AuditEntry entry) {
        AuditEntry.About about = entry.about();
        put(rest, "via", entry.who().via());
        put(rest, "service", about.service());
        put(rest, "environment", about.environment());
        put(rest, "team", about.team());
        put(rest, "provider", about.provider());
        put(rest, "cluster", about.cluster());
        put(rest, "part_of", about.partOf());
        put(rest, "from", entry.from());
        put(rest, "to", entry.to());
        put(rest, "reason", entry.reason());
        put(rest, "plan_hash", entry.planHash());
        put(rest, "prev_hash", entry.prevHash());
        put(rest, "hash", entry.hash());
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            node.put(field, value);
        }
    }
}
