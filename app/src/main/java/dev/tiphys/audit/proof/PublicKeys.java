package dev.tiphys.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The keys whose checkpoints are believed: the present one and those before it.
public final class PublicKeys {

    private static final Pattern PEM = Pattern
            .compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    private PublicKeys() {
    }

    /// One key as it is handed out.
    public record Published(String id, String pem) {}

    /// @param texts each with one or several PEM blocks
    public static PublicKeys ofPem(Collection<String> texts) {
        PublicKeys all = new PublicKeys();
        for (String text : texts) {
            Matcher block = PEM.matcher(text);
            while (block.find()) {
                all.add(read(Base64.getMimeDecoder().decode(block.group(1).strip())));
            }
        }
        return all;
    }

    static PublicKeys of(Collection<PublicKey> keys) {
        PublicKeys all = new PublicKeys();
        keys.forEach(all::add);
        return all;
    }

    private void add(PublicKey key) {
        keys.put(idOf(key), key);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /// The first half of the SHA-256 of the key's SubjectPublicKeyInfo.
    static String idOf(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded())).substring(0,
                    32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    public List<Published> published() {
        return keys.entrySet().stream().map(key -> new Published(key.getKey(), pem(key.getValue()))).toList();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[]{'\n'})
                .encodeToString(key.getEncoded()) + "\n-----END PUBLIC KEY-----\n";
    }

    private static PublicKey read(byte[] encoded) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not an Ed25519 public key in PEM.", e);
        }
    }

    /// The first checkpoint that no key has signed as it stands.
    public Optional<Break> findForged(Collection<Checkpoint> checkpoints) {
        return checkpoints.stream().filter(checkpoint -> !isSigned(checkpoint))
                .map(forged -> new Break(forged.seq(), "The checkpoint of entry " + forged.seq() + ", said to be from "
                        + forged.at() + ", is forged: "
                        + (keys.containsKey(forged.keyId())
                                ? "its signature does not fit the key " + forged.keyId() + "."
                                : "the key " + forged.keyId() + " is not known.")))
                .findFirst();
    }

    boolean isSigned(Checkpoint checkpoint) {
        PublicKey key = keys.get(checkpoint.keyId());
        if (key == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(checkpoint.statement());
            return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
