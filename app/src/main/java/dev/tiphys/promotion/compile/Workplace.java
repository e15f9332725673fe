package dev.tiphys.promotion.compile;

import java.util.Map;

/// Where the workflows of promotions run and what their pods are given, from the portal's configuration.
///
/// @param namespace of the workflows and of the Secrets
/// @param argoCdSecrets the Secret (keys `server` and `token`) for each Argo CD by its configured name
/// @param eventsSecret the Secret (key `url`) with the webhook that hears how promotions end
/// @param portalUrl where people find this portal, without a slash at the end
/// @param gateKey the public key that gates believe, as [dev.tiphys.argo.gate.Ed25519Keys#text] writes it
public record Workplace(String namespace, String serviceAccount, Map<String, String> argoCdSecrets, String eventsSecret,
        String portalUrl, String gateKey) {

    public Workplace {
        argoCdSecrets = Map.copyOf(argoCdSecrets);
    }

    String secretOf(String argoCd) {
        String secret = argoCdSecrets.get(argoCd);
        if (secret == null) {
            throw new IllegalArgumentException("no Secret is configured for the workflows to reach Argo CD " + argoCd);
        }
        return secret;
    }
}
