package dev.tiphys.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The arithmetic of the chain: `hash = SHA-256(previous hash ‖ SHA-256(RFC 8785 form of the entry))`; in format 1 the form
/// itself stood in the place of its digest. Anybody with an export can do it again in any language.
final class AuditChain {

    private static final HexFormat HEX = HexFormat.of();

    private AuditChain() {
    }

    static String hash(AuditEntry entry) {
        return entry.format() == 1
                ? hash(entry.prevHash(), json(entry))
                : hash(HEX.parseHex(entry.prevHash()), HEX.parseHex(digest(entry)));
    }

    /// Stands for what the entry says where its place in the chain is shown and its words are not.
    static String digest(AuditEntry entry) {
        return hash("", json(entry));
    }

    /// @param prefix in hexadecimal digits
    static String hash(String prefix, ObjectNode json) {
        return hash(HEX.parseHex(prefix), canonical(json));
    }

    static String hash(byte[] prefix, byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(prefix);
            digest.update(bytes);
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    private static byte[] canonical(ObjectNode json) {
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new UncheckedIOException("An entry has no canonical form.", e);
        }
    }

    /// Absent values are left out, so that a column added later does not change old hashes. A change of meaning is a
    /// new format, which the hash covers.
    private static ObjectNode json(AuditEntry entry) {
        AuditEntry.Who who = entry.who();
        ObjectNode json = JsonMapper.shared().createObjectNode().put("seq", Long.toString(entry.seq()))
                .put("at", entry.at().toString()).put("code", entry.code()).put("outcome", entry.outcome())
                .put("actorSubject", who.subject()).put("actorVia", who.via()).put("targetKind", entry.targetKind())
                .put("targetId", entry.targetId());
        if (entry.format() == 1) {
            json.put("actorName", who.name());
        } else {
            json.put("format", Integer.toString(entry.format())).put("actorPersonal",
                    Objects.requireNonNullElse(who.personal(), ""));
        }
        put(json, "from", entry.from());
        put(json, "to", entry.to());
        put(json, "reason", entry.reason());
        put(json, "requestId", entry.requestId());
        put(json, "planHash", entry.planHash());
        putAbout(json, entry.about());
        return json;
    }

    private static void putAbout(ObjectNode json, AuditEntry.About about) {
        putSaid(json, "service", about.service());
        putSaid(json, "environment", about.environment());
        putSaid(json, "team", about.team());
        putSaid(json, "provider", about.provider());
        putSaid(json, "cluster", about.cluster());
        putSaid(json, "partOf", about.partOf());
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }

    private static void putSaid(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) {
            json.put(field, value);
        }
    }
}
