package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.argo.ArgoException;

class SyncTest {

    private static final String ABORTED = """
            {"metadata":{"name":"checkout"},"spec":{"strategy":{"canary":{}}},"status":{"abort":true,"phase":"Degraded"}}
            """;

    private final Shop shop = new Shop();
    private final PlayedArgoCd argoCd = new PlayedArgoCd(shop);
    private final Sync step = new Sync(argoCd);
    @TempDir
    private Path root = Path.of("");
    private Stage stage = new Stage(root);

    @BeforeEach
    void build() {
        stage = new Stage(root);
        argoCd.whenSynced(() -> {
            shop.operationRequested = true;
            shop.operation = null;
        });
    }

    @Test
    void startsOneSyncAndWaitsForIt() throws InterruptedException {
        stage.then(() -> {
        }).then(() -> own("Running", "")).then(() -> own("Succeeded", "all done"));
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is synced: all done");
        assertThat(argoCd.done).containsExactly("sync");
    }

    @Test
    void findsItsOwnSyncWhenItsPodIsStartedAgain() throws InterruptedException {
        own("Running", "");
        stage.then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(argoCd.done).isEmpty();
    }

    @Test
    void doesNotStartAnotherWhileOneWaitsToBePickedUp() throws InterruptedException {
        shop.operationRequested = true;
        stage.then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(argoCd.done).isEmpty();
    }

    @Test
    void waitsOutTheOperationOfSomebodyElse() throws InterruptedException {
        shop.operation = Shop.operation("Running", "applying", Map.of());
        stage.then(() -> shop.operation = Shop.operation("Succeeded", "", Map.of())).then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(stage.log()).first().isEqualTo("waits for the operation of portal on shop/checkout-dev: applying");
        assertThat(argoCd.done).containsExactly("sync");
    }

    @Test
    void waitsWhenSomebodyElseWasFirst() throws InterruptedException {
        argoCd.whenSynced(() -> argoCd.failNext(new ArgoException.Conflict("argocd", "sync", "in progress", "wait")));
        stage.then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
    }

    @Test
    void looksBeforeItRepeatsASyncThatGotNoAnswer() throws InterruptedException {
        argoCd.whenSynced(() -> {
            own("Running", "");
            argoCd.failNext(PlayedArgoCd.unavailable());
        });
        stage.then(() -> {
        }).then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(argoCd.done).containsExactly("sync");
    }

    @Test
    void leavesTheWaitForHealthToTheNextStep() throws InterruptedException {
        own("Running", "waiting for healthy state of argoproj.io/Rollout/checkout");
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is applied, waiting for healthy state");
    }

    @Test
    void failsWithTheSyncsOwnWords() {
        own("Failed", "one or more objects failed to apply");
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("the sync of shop/checkout-dev failed: one or more objects failed to apply");
    }

    @Test
    void givesUpOnAnOperationThatNeverEnds() {
        shop.operation = Shop.operation("Running", "stuck", Map.of());
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step, "--timeout", "60s"))
                .withMessageStartingWith("gave up after 1m: waits for the operation of portal");
    }

    @Test
    void takesAnAbortedUpdateOfTheSameVersionUpAgain() throws InterruptedException {
        shop.source = Shop.image("v5");
        shop.operation = Shop.operation("Succeeded", "", Map.of("tiphys.dev/attempt", "a0"));
        argoCd.rollout(ABORTED);
        stage.then(() -> argoCd.rollout(ABORTED.replace("\"abort\":true,", "").replace("Degraded", "Progressing")))
                .then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(argoCd.done).containsExactly("retry checkout", "sync");
    }

    @Test
    void leavesAnAbortedUpdateOfAnotherVersionAlone() throws InterruptedException {
        shop.operation = Shop.operation("Succeeded", "", Map.of(), Shop.image("v4"), "abc");
        argoCd.rollout(ABORTED);
        stage.then(() -> own("Succeeded", ""));
        assertThat(stage.play(step)).startsWith("shop/checkout-dev is synced");
        assertThat(argoCd.done).containsExactly("sync");
    }

    private void own(String phase, String message) {
        shop.operationRequested = phase.equals("Running");
        shop.operation = Shop.operation(phase, message, Shop.OWN);
    }
}
