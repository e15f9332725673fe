package dev.tiphys.sandbox.kubeapi;

import java.util.Optional;

/// The tokens that pods of the sandbox are given for their service accounts.
public final class ServiceAccountTokens {

    private static final String PREFIX = "sandbox-pod.";

    private ServiceAccountTokens() {
    }

    public static String of(String namespace, String account) {
        return PREFIX + namespace + "." + account;
    }

    /// The user that such a token stands for.
    public static Optional<String> userOf(String token) {
        int dot = token.indexOf('.', PREFIX.length());
        return token.startsWith(PREFIX) && dot > 0
                ? Optional.of(user(token.substring(PREFIX.length(), dot), token.substring(dot + 1)))
                : Optional.empty();
    }

    public static String user(String namespace, String account) {
        return "system:serviceaccount:" + namespace + ":" + account;
    }
}
