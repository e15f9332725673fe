package dev.tiphys.tryout;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/// Keeps the sandbox away from real systems: its demo users and fixed tokens must never reach any.
final class RealEndpoints {

    private static final List<String> OURS = List.of("tiphys.argocd", "tiphys.workflows.url", "tiphys.kubernetes.url",
            "tiphys.oidc.issuer", "tiphys.slack.token", "tiphys.events.url", "spring.datasource.url",
            "spring.flyway.url");

    private RealEndpoints() {
    }

    static void refuse(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        TreeSet<String> configured = new TreeSet<>();
        for (String key : OURS) {
            if (environment.containsProperty(key) || !binder.bind(key, Bindable.mapOf(String.class, Object.class))
                    .orElse(Map.of()).isEmpty()) {
                configured.add(key);
            }
        }
        if (!configured.isEmpty()) {
            throw new SandboxRefusal(
                    "The profile 'sandbox' is active, but real systems are configured: " + String.join(", ", configured)
                            + ". The sandbox has demo users and public tokens, so it does not start beside them.",
                    "Remove the profile 'sandbox' to use the real systems, or remove those settings to try the portal "
                            + "out.");
        }
    }
}
