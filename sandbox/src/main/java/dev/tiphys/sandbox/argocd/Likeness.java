package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;

/// Whether a live object is as its manifest wants it: fields that the cluster added do not count.
final class Likeness {

    private Likeness() {
    }

    static boolean holds(JsonNode live, JsonNode wanted) {
        if (wanted.isObject()) {
            return live.isObject() && wanted.properties().stream()
                    .allMatch(entry -> holds(live.path(entry.getKey()), entry.getValue()));
        }
        if (wanted.isArray()) {
            return live.isArray() && live.size() == wanted.size() && holdsEach(live, wanted);
        }
        if (wanted.isNumber()) {
            return live.isNumber() && live.decimalValue().compareTo(wanted.decimalValue()) == 0;
        }
        return wanted.isNull() ? live.isNull() || live.isMissingNode() : live.equals(wanted);
    }

    private static boolean holdsEach(JsonNode live, JsonNode wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!holds(live.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
