package dev.tiphys.sandbox.workloads;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

import tools.jackson.databind.JsonNode;

/// What can be read from a pod template.
final class PodTemplate {

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private PodTemplate() {
    }

    /// The hash that tells templates apart, in the alphabet that Kubernetes uses for it.
    static String hash(JsonNode template) {
        byte[] digest = sha256(template.toString());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(LETTERS.charAt((digest[i] & 0xff) % LETTERS.length()));
        }
        return text.toString();
    }

    /// The images of its containers.
    static List<String> images(JsonNode template) {
        return template.path("spec").path("containers").valueStream().map(c -> c.path("image").asString("")).toList();
    }

    /// The version of its first container: the digest of the image, else the tag, else nothing.
    static String version(JsonNode template) {
        String image = images(template).stream().findFirst().orElse("");
        int digest = image.indexOf('@');
        if (digest >= 0) {
            return image.substring(digest + 1);
        }
        int tag = image.lastIndexOf(':');
        return tag > image.lastIndexOf('/') ? image.substring(tag + 1) : "";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
