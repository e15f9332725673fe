package dev.tiphys.sandbox.argocd;

import java.util.List;

/// The health of one object or of a whole Application, in Argo CD's words.
record Health(String status, String message) {

    static final Health HEALTHY = new Health("Healthy", "");

    private static final List<String> WORSE = List.of("Healthy", "Suspended", "Progressing", "Missing", "Degraded",
            "Unknown");

    static Health progressing(String message) {
        return new Health("Progressing", message);
    }

    static Health degraded(String message) {
        return new Health("Degraded", message);
    }

    boolean isWorseThan(Health other) {
        return WORSE.indexOf(status) > WORSE.indexOf(other.status);
    }
}
