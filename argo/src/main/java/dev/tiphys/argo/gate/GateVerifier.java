package dev.tiphys.argo.gate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/// Reads proofs of one signer, and nobody else's.
public final class GateVerifier {

    private static final Base64.Decoder BASE64URL = Base64.getUrlDecoder();
    private static final String HEADER = GateSigner.encoded(GateSigner.HEADER);

    private final PublicKey key;

    /// @param publicKey as [GateSigner#publicKey] gives it; anything else is an [IllegalArgumentException]
    public GateVerifier(String publicKey) {
        this.key = Ed25519Keys.ofText(publicKey);
    }

    /// What the signer stated; empty for everything that the signer did not write, letter for letter. Whether it is
    /// about this gate and still counts is for the caller to see.
    public Optional<GateStatement> read(String proof) {
        String[] parts = proof.split("\\.", -1);
        // The header is compared, not obeyed: it cannot choose another algorithm.
        if (parts.length != 3 || !parts[0].equals(HEADER) || !isSigned(parts[0] + "." + parts[1], parts[2])) {
            return Optional.empty();
        }
        return Optional.of(GateStatement.ofJson(new String(BASE64URL.decode(parts[1]), StandardCharsets.UTF_8)));
    }

    private boolean isSigned(String signed, String signatureText) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(BASE64URL.decode(signatureText));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
