package dev.tiphys.audit;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What names a person in an entry. The chain holds `SHA-256(salt ‖ RFC 8785 form)`, so that the data can be erased
/// without a trace while the chain still verifies.
///
/// @param salt 32 random bytes, in hexadecimal digits
record Personal(String salt, String name, @Nullable String address, @Nullable String agent) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_AGENT = 300;

    static Personal fresh(String name, @Nullable String address, @Nullable String agent) {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return new Personal(HexFormat.of().formatHex(salt), name, address,
                agent == null || agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT));
    }

    static Personal of(AuditEntry.Who who) {
        return new Personal(Objects.requireNonNull(who.salt()), Objects.requireNonNullElse(who.name(), ""),
                who.address(), who.agent());
    }

    String hash() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("name", name);
        if (address != null) {
            json.put("address", address);
        }
        if (agent != null) {
            json.put("agent", agent);
        }
        return AuditChain.hash(salt, json);
    }
}
