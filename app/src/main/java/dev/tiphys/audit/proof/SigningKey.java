package dev.tiphys.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tiphys.argo.gate.Ed25519Keys;

/// The Ed25519 key that signs checkpoints.
record SigningKey(PrivateKey key, PublicKey publicKey) {

    private static final Pattern PEM = Pattern
            .compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    /// @param text PKCS#8 in PEM, as `openssl genpkey -algorithm ed25519` writes it
    static SigningKey ofPem(String text) {
        Matcher block = PEM.matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("There is no PRIVATE KEY block.");
        }
        try {
            EdECPrivateKey key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1).strip())));
            return new SigningKey(key, Ed25519Keys.ofSeed(key.getBytes().orElseThrow()).getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not an Ed25519 private key in PKCS#8.", e);
        }
    }

    String id() {
        return PublicKeys.idOf(publicKey);
    }

    Checkpoint sign(long seq, String hash, Instant at) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(Checkpoint.statement(seq, hash, at, id()));
            return new Checkpoint(seq, hash, at, id(), Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The checkpoint cannot be signed.", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
