package dev.tiphys.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

import dev.tiphys.argo.ArgoException;

class FailuresTest {

    @Test
    void anUnreachableArgoCdIs503WithItsHintAndPause() {
        Failure failure = Failures.of(new ArgoException.Unavailable("argocd main", "sync shop/checkout-dev", "no route",
                "Look at its pods.", Duration.ofSeconds(7), null));
        assertThat(failure.status().value()).isEqualTo(503);
        assertThat(failure.hint()).isEqualTo("Look at its pods.");
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aRefusedPortalTokenIsTheGatewaysFaultAndNotThePersons() {
        assertThat(
                Failures.of(new ArgoException.Forbidden("argocd main", "sync", "denied", "Grant it.")).status().value())
                .isEqualTo(502);
        assertThat(Failures.of(new ArgoException.Conflict("argocd main", "sync", "busy", "Wait.")).status().value())
                .isEqualTo(409);
    }

    @Test
    void aLostRaceIsAConflict() {
        assertThat(Failures.of(new OptimisticLockingFailureException("stale")).status().value()).isEqualTo(409);
    }

    @Test
    void anUnexpectedFailureTellsNoSecrets() {
        Failure failure = Failures.of(new IllegalStateException("password=hunter2"));
        assertThat(failure.status().value()).isEqualTo(500);
        assertThat(failure.detail()).doesNotContain("hunter2");
    }

    @Test
    void invalidFieldsAreNamed() {
        Failure failure = Failures.of(new Refusal.Invalid("version", "A version has no spaces."));
        assertThat(failure.problem().getProperties()).containsEntry("fields",
                java.util.Map.of("version", "A version has no spaces."));
    }
}
