package dev.tiphys.promotion;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How promotions run.
///
/// @param stepImage the image whose `tiphys step` the workflow's pods run, best with its digest
/// @param argocdSecrets the Secret (keys `server` and `token`) beside the workflows for each Argo CD by its configured
///        name; one that is not listed uses `tiphys-argocd`
/// @param gateLifetime how long after a decision the gate's step may look at it; later the gate asks again
/// @param eventsSecret the Secret (key `url`) with the webhook that hears how promotions end
/// @param stuckAfter how long nothing may move before people are told; longer than the longest canary step
@Validated
@ConfigurationProperties("tiphys.promotion")
record PromotionProperties(@NotBlank String stepImage, @DefaultValue Map<String, String> argocdSecrets,
        @DefaultValue("tiphys-events") String eventsSecret, @DefaultValue("1h") @NotNull Duration gateLifetime,
        @DefaultValue("2h") Duration stuckAfter) {

    PromotionProperties {
        argocdSecrets = argocdSecrets == null ? Map.of() : Map.copyOf(argocdSecrets);
    }
}
