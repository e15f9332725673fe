package dev.tiphys.approval;

import java.util.Collection;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/// Wishes, policies and lists as they are kept in the database.
final class ApprovalText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApprovalText() {
    }

    static String write(Object record) {
        return JSON.writeValueAsString(record);
    }

    static ApprovalWish wish(String text) {
        return JSON.readValue(text, ApprovalWish.class);
    }

    static ApprovalPolicy policy(String text) {
        return JSON.readValue(text, ApprovalPolicy.class);
    }

    static String lines(Collection<String> names) {
        return String.join("\n", names);
    }

    static List<String> list(String lines) {
        return lines.lines().filter(line -> !line.isEmpty()).toList();
    }

    /// How it ended, such as `approved by Amara Okafor: the load test is green`.
    static String ending(ApprovalStep step) {
        String said = step.words().isEmpty() ? "" : ": " + step.words();
        return switch (step.kind()) {
            case GRANTED -> "approved by " + step.byName() + said;
            case REJECTED -> "rejected by " + step.byName() + said;
            case EXPIRED -> "expired" + said;
            default -> "void" + said;
        };
    }
}
