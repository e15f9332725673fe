package dev.tiphys.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The arithmetic of the chain: `hash = SHA-256(previous hash ‖ RFC 8785 form of the entry)`. Anybody with an export
/// can do it again in any language.
final class AuditChain {

    private static final HexFormat HEX = HexFormat.of();

    private AuditChain() {
    }

    static String hash(AuditEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HEX.parseHex(entry.prevHash()));
            digest.update(new JsonCanonicalizer(json(entry).toString()).getEncodedUTF8());
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("An entry has no canonical form.", e);
        }
    }

    /// Absent values are left out, so that a column added later does not change old hashes.
    private static ObjectNode json(AuditEntry entry) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("seq", Long.toString(entry.seq()))
                .put("at", entry.at().toString()).put("code", entry.code()).put("outcome", entry.outcome())
                .put("actorSubject", entry.who().subject()).put("actorName", entry.who().name())
                .put("actorVia", entry.who().via()).put("targetKind", entry.targetKind())
                .put("targetId", entry.targetId());
        put(json, "from", entry.from());
        put(json, "to", entry.to());
        put(json, "reason", entry.reason());
        put(json, "requestId", entry.requestId());
        put(json, "planHash", entry.planHash());
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
