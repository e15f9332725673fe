package dev.tiphys.audit.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// A signed statement that the log's entry `seq` had this hash. Kept outside the database, it shows what nobody can see
/// from the database alone: that the whole chain was computed anew, or its end cut off.
///
/// @param hash of the entry, in hexadecimal digits
/// @param keyId of the key that signed it
/// @param signature Ed25519 over [#statement], in Base64
public record Checkpoint(long seq, String hash, Instant at, String keyId, String signature) {

    /// What is signed: five lines of text, so that any tool can check it.
    public byte[] statement() {
        return statement(seq, hash, at, keyId);
    }

    static byte[] statement(long seq, String hash, Instant at, String keyId) {
        return String.join("\n", "tiphys audit checkpoint 1", Long.toString(seq), hash, at.toString(), keyId, "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
