package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.argo.cd.Source;

class SetVersionTest {

    private final Shop shop = new Shop();
    private final PlayedArgoCd argoCd = new PlayedArgoCd(shop);
    private final SetVersion step = new SetVersion(argoCd);
    @TempDir
    private Path root = Path.of("");
    private Stage stage = new Stage(root);

    @BeforeEach
    void build() {
        stage = new Stage(root);
    }

    @Test
    void changesTheVersionOnce() throws InterruptedException, IOException {
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is set from v4 to v5");
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is on v5 already");
        assertThat(argoCd.done).singleElement().asString().startsWith("patch").contains("reg/checkout:v5");
        assertThat(stage.file("var/run/argo/progress")).isEqualTo("1/1");
    }

    @Test
    void leavesAHotfixAlone() {
        shop.source = Shop.image("v4-hotfix");
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("changed since the plan: runs v4-hotfix, the plan saw v4");
        assertThat(argoCd.done).isEmpty();
    }

    @Test
    void takesTheRunningVersionWhereNoneIsAskedFor() throws InterruptedException {
        shop.source = Source.NONE;
        shop.images.add("reg/checkout:v4");
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is set from v4 to v5");
    }

    @Test
    void refusesWhatItCannotRead() {
        shop.source = Source.NONE;
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("changed since the plan: runs no known version, the plan saw v4");
    }

    @Test
    void refusesSeveralSources() {
        shop.multiSource = true;
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessageContaining("can only be changed in Git");
    }

    @Test
    void bearsAnArgoCdThatDoesNotAnswerForAWhile() throws InterruptedException {
        argoCd.failNext(PlayedArgoCd.unavailable());
        argoCd.failNext(PlayedArgoCd.unavailable());
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is set from v4 to v5");
        assertThat(stage.log()).containsExactly("waits for an answer: argocd, get: HTTP 500");
    }
}
