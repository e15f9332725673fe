package dev.tiphys.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
            PrivateKey key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(block.group(1).strip())));
            return new SigningKey(key, publicOf((EdECPrivateKey) key));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not an Ed25519 private key in PKCS#8.", e);
        }
    }

    // The JDK derives a public key only while it makes a pair: let it make this one.
    private static PublicKey publicOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Known(seed));
        return generator.generateKeyPair().getPublic();
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

    private static final class Known extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Known(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
