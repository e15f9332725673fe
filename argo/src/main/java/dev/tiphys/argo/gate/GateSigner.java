package dev.tiphys.argo.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;

/// Signs what was decided at gates.
public final class GateSigner {

    static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"tiphys-gate+jws\"}";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;

    public GateSigner(KeyPair keys) {
        this.keys = keys;
    }

    /// The public key that its proofs are verified with, as [Ed25519Keys#text] writes it.
    public String publicKey() {
        return Ed25519Keys.text(keys.getPublic());
    }

    /// The proof of a statement: header, statement and signature, each in Base64url, with dots between them.
    public String sign(GateStatement statement) {
        String signed = encoded(HEADER) + "." + encoded(statement.json());
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The gate's decision cannot be signed.", e);
        }
    }

    static String encoded(String text) {
        return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
