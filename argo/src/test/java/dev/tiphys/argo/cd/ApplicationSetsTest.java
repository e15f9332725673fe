package dev.tiphys.argo.cd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationSets.ApplicationSet;
import dev.tiphys.argo.cd.ApplicationSets.Ignored;

class ApplicationSetsTest {

    private static final String IMAGES = "/spec/source/kustomize/images";

    @Test
    void leavesAFieldAloneThatLiesWithinAnIgnoredOne() {
        assertThat(ignoring("", List.of("/spec/source/kustomize"), List.of()).leavesAlone("a", IMAGES)).isTrue();
        assertThat(ignoring("", List.of(IMAGES), List.of()).leavesAlone("a", IMAGES)).isTrue();
        assertThat(ignoring("", List.of(), List.of(".spec.source.kustomize")).leavesAlone("a", IMAGES)).isTrue();
    }

    @Test
    void putsBackEverythingElse() {
        assertThat(ignoring("", List.of(), List.of()).leavesAlone("a", IMAGES)).isFalse();
        assertThat(ignoring("", List.of("/spec/source/kust"), List.of()).leavesAlone("a", IMAGES)).isFalse();
        assertThat(ignoring("", List.of("/spec/source/helm"), List.of()).leavesAlone("a", IMAGES)).isFalse();
        assertThat(ignoring("", List.of(), List.of(".spec | keys")).leavesAlone("a", IMAGES)).isFalse();
        assertThat(ignoring("b", List.of(IMAGES), List.of()).leavesAlone("a", IMAGES)).isFalse();
    }

    @Test
    void keepsARuleForOneApplicationToThatOne() {
        assertThat(ignoring("a", List.of(IMAGES), List.of()).leavesAlone("a", IMAGES)).isTrue();
    }

    private static ApplicationSet ignoring(String application, List<String> pointers, List<String> paths) {
        return new ApplicationSet("set", Set.of("a"), List.of(new Ignored(application, pointers, paths)));
    }
}
