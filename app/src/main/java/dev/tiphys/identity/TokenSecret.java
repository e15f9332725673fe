package dev.tiphys.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// The secret part of a token: `tph_` and 256 random bits.
final class TokenSecret {

    private static final String PREFIX = "tph_";
    private static final int BYTES = 32;
    private static final int HINT = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The beginning, by which a person recognises a token in a list.
    static String hint(String secret) {
        return secret.substring(0, HINT) + "…";
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
