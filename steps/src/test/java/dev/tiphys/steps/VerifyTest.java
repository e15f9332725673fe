package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    private final Shop shop = Shop.delivered();
    private final PlayedArgoCd argoCd = new PlayedArgoCd(shop);
    private final Verify step = new Verify(argoCd);
    @TempDir
    private Path root = Path.of("");
    private Stage stage = new Stage(root);

    @BeforeEach
    void build() {
        stage = new Stage(root);
    }

    @Test
    void isDoneAtOnceWithoutASoak() throws InterruptedException {
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev runs v5 and is Healthy");
        assertThat(stage.passed()).isZero();
    }

    @Test
    void soaksAndReportsItsProgress() throws InterruptedException, IOException {
        String[] halfway = {""};
        for (int nap = 0; nap < 29; nap++) {
            stage.then(() -> {
            });
        }
        stage.then(() -> halfway[0] = progress());
        assertThat(stage.play(step, "--soak", "60s")).isEqualTo("shop/checkout-dev runs v5 and stayed Healthy for 1m");
        assertThat(stage.passed()).isEqualTo(Duration.ofSeconds(60));
        assertThat(halfway[0]).isEqualTo("58/60");
        assertThat(stage.file("var/run/argo/progress")).isEqualTo("1/1");
    }

    @Test
    void beginsTheSoakAnewWhenHealthIsLostForAMoment() throws InterruptedException {
        stage.then(() -> {
        }).then(() -> shop.health = "Progressing").then(() -> shop.health = "Healthy");
        assertThat(stage.play(step, "--soak", "10s")).endsWith("stayed Healthy for 10s");
        assertThat(stage.passed()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void failsWhenTheSoakEndsDegraded() {
        stage.then(() -> {
            shop.health = "Degraded";
            shop.healthMessage = "crash loop";
        });
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step, "--soak", "10s"))
                .withMessage("checkout-dev became Degraded in its soak: crash loop");
    }

    @Test
    void seesARevertInTheSoak() {
        stage.then(() -> shop.source = Shop.image("v4"));
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step, "--soak", "10s"))
                .withMessageStartingWith("the change was reverted");
    }

    @Test
    void doesNotMindALaterOperationOnceItsOwnWasSeen() throws InterruptedException {
        stage.then(() -> shop.operation = Shop.operation("Running", "self heal", Map.of()));
        assertThat(stage.play(step, "--soak", "10s")).endsWith("stayed Healthy for 10s");
    }

    @Test
    void asksForOneComparisonWhereTheLastIsTooOld() throws InterruptedException {
        shop.reconciledAt = Shop.START;
        argoCd.whenRefreshed(() -> shop.reconciledAt = Shop.START.plusSeconds(11));
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev runs v5 and is Healthy");
        assertThat(argoCd.done).containsExactly("refresh");
    }

    @Test
    void givesUpOnWhatIsNeverCompared() {
        shop.reconciledAt = Shop.START;
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step, "--timeout", "30s"))
                .withMessageContaining("gave up after 30s: Argo CD has not looked at it since its sync");
        assertThat(argoCd.done).hasSizeLessThan(6);
    }

    private String progress() {
        try {
            return stage.file("var/run/argo/progress");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
