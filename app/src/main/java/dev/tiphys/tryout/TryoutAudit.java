package dev.tiphys.tryout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// The key that signs a try-out's audit log, made when there is none, and the folder that its checkpoints go to: beside
/// the database, as they would be elsewhere in production.
record TryoutAudit(Path folder) {

    /// The portal's settings for them.
    Map<String, Object> properties() {
        Path key = folder.resolve("key.pem");
        makeUnlessThere(key);
        return Map.of("tiphys.audit.key-file", key.toString(), "tiphys.audit.folder", folder.toString());
    }

    private void makeUnlessThere(Path key) {
        try {
            if (!Files.exists(key)) {
                Files.createDirectories(folder);
                Files.writeString(key, pem());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The audit log's key cannot be kept in " + folder + ".", e);
        }
    }

    private static String pem() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has Ed25519.", e);
        }
    }
}
