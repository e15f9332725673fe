package dev.tiphys.promotion;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.gate.Ed25519Keys;
import dev.tiphys.argo.gate.GateSigner;
import dev.tiphys.identity.DerivedKeys;

/// The keys that sign what was decided at gates. A workflow carries the public key of its time, so a former key still
/// answers for the workflows that were made with it.
@Component
class GateKeys {

    private final List<GateSigner> signers;

    GateKeys(DerivedKeys keys) {
        this.signers = keys.forPurpose("tiphys gate decisions 1").stream().map(Ed25519Keys::ofSeed).map(GateSigner::new)
                .toList();
    }

    /// The key that new workflows are given.
    String publicKey() {
        return signers.getFirst().publicKey();
    }

    /// The signer that the gates of this workflow believe.
    ///
    /// @param manifest as it was submitted
    GateSigner signerOf(String manifest) {
        return signers.stream().filter(signer -> manifest.contains(signer.publicKey())).findFirst()
                .orElseGet(signers::getFirst);
    }
}
