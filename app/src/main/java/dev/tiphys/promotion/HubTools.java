package dev.tiphys.promotion;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import dev.tiphys.connection.RemoteSystems;
import dev.tiphys.promotion.plan.ToolVersions;

/// The hub's tools as they told their versions last. Nothing is asked of them here.
@Component
public class HubTools {

    private static final String ARGO_CD = "argocd-";

    private final RemoteSystems systems;

    HubTools(RemoteSystems systems) {
        this.systems = systems;
    }

    public ToolVersions versions() {
        Map<String, String> told = systems.versions();
        Map<String, String> argoCds = new TreeMap<>();
        told.forEach((id, version) -> {
            if (id.startsWith(ARGO_CD)) {
                argoCds.put(id.substring(ARGO_CD.length()), version);
            }
        });
        return new ToolVersions(told.getOrDefault("workflows", ""), argoCds);
    }
}
