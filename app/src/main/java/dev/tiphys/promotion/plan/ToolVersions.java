package dev.tiphys.promotion.plan;

import java.util.Map;

/// The versions that the hub's tools told last; what was not heard is empty.
///
/// @param argoCds by the name of the Argo CD
public record ToolVersions(String workflows, Map<String, String> argoCds) {

    /// Nothing was heard yet.
    public static final ToolVersions UNHEARD = new ToolVersions("", Map.of());

    public ToolVersions {
        argoCds = Map.copyOf(argoCds);
    }

    /// Of the Argo CD of that name; empty when it was not heard.
    public String argoCd(String name) {
        return argoCds.getOrDefault(name, "");
    }
}
