package dev.tiphys;

import java.util.List;

/// The portal was started without keys it cannot do without.
final class IncompleteConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String missing;

    IncompleteConfigurationException(List<String> missing) {
        super("Missing configuration: " + String.join(", ", missing));
        this.missing = String.join("\n", missing.stream().map(key -> "    " + key).toList());
    }

    String missing() {
        return missing;
    }
}
