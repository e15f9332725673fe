package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.cd.Source;

class MechanismTest {

    private static final Mechanism IMAGE = new Mechanism.KustomizeImage("reg:5000/checkout");

    @ParameterizedTest
    @CsvSource({"reg:5000/checkout:v4, '', reg:5000/checkout, v4",
            "checkout=reg/checkout:v4, checkout, reg/checkout, v4",
            "reg:5000/checkout, '', reg:5000/checkout, ''", "reg/a@sha256:ff, '', reg/a, sha256:ff",
            "reg/a:v1@sha256:ff, '', reg/a, sha256:ff"})
    void readsImageNames(String text, String replaced, String repository, String version) {
        assertThat(ImageName.parse(text)).isEqualTo(new ImageName(replaced, repository, version));
    }

    @Test
    void replacesTheOverrideAndKeepsTheOthers() {
        Source source = images("reg/proxy:1", "shop=reg:5000/checkout:v4");
        assertThat(IMAGE.version(source)).hasValue("v4");
        assertThat(IMAGE.patch(source, "v5")).isEqualTo(
                "{\"spec\":{\"source\":{\"kustomize\":{\"images\":[\"reg/proxy:1\",\"shop=reg:5000/checkout:v5\"]}}}}");
    }

    @Test
    void addsAnOverrideWhereThereIsNone() {
        assertThat(IMAGE.version(Source.NONE)).isEmpty();
        assertThat(IMAGE.patch(Source.NONE, "sha256:ff")).contains("[\"reg:5000/checkout@sha256:ff\"]");
    }

    @Test
    void takesTheVersionOfThePodsOnlyWhenTheyAgree() {
        Mechanism checkout = new Mechanism.KustomizeImage("reg/checkout");
        Shop shop = new Shop();
        shop.images.addAll(List.of("reg/checkout:v4", "reg/proxy:1", "reg/checkout:v4"));
        assertThat(checkout.running(shop.application().summary())).hasValue("v4");
        shop.images.add("reg/checkout:v5");
        assertThat(checkout.running(shop.application().summary())).isEmpty();
    }

    @Test
    void replacesAParameterInPlaceAndKeepsWhatIsForced() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("zone", "1");
        parameters.put("image.tag", "1.10");
        Source source = new Source("", "", "shop", "1.0", List.of(), parameters, Set.of("image.tag"));
        Mechanism mechanism = new Mechanism.HelmParameter("image.tag");
        assertThat(mechanism.carries(source, "1.10")).isTrue();
        assertThat(mechanism.patch(source, "1.20")).isEqualTo("{\"spec\":{\"source\":{\"helm\":{\"parameters\":["
                + "{\"name\":\"zone\",\"value\":\"1\"},{\"name\":\"image.tag\",\"value\":\"1.20\",\"forceString\":true}]}}}}");
        assertThat(new Mechanism.HelmParameter("tag").patch(Source.NONE, "v5")).contains("{\"name\":\"tag\"");
    }

    @Test
    void setsTheTargetRevision() {
        Mechanism mechanism = new Mechanism.TargetRevision();
        assertThat(mechanism.version(Source.NONE)).isEmpty();
        assertThat(mechanism.patch(Source.NONE, "v5")).isEqualTo("{\"spec\":{\"source\":{\"targetRevision\":\"v5\"}}}");
    }

    @Test
    void isChosenByOptionElseByAnnotation() {
        Shop shop = new Shop();
        assertThat(Mechanism.of(order(), shop.application().summary()))
                .isEqualTo(new Mechanism.KustomizeImage("reg/checkout"));
        assertThat(Mechanism.of(order("--mechanism", "helm-parameter"), shop.application().summary()))
                .isEqualTo(new Mechanism.HelmParameter("image.tag"));
        shop.annotations.put("tiphys.dev/mechanism", "target-revision");
        assertThat(Mechanism.of(order(), shop.application().summary())).isEqualTo(new Mechanism.TargetRevision());
        assertThatExceptionOfType(UsageError.class)
                .isThrownBy(() -> Mechanism.of(order("--mechanism", "magic"), shop.application().summary()))
                .withMessageContaining("known are kustomize-image");
        shop.annotations.clear();
        assertThatExceptionOfType(ChangeFailed.class)
                .isThrownBy(() -> Mechanism.of(order(), shop.application().summary()))
                .withMessageContaining("tiphys.dev/image");
    }

    private static Order order(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("step", "set-version"));
        arguments.addAll(List.of(options));
        return Order.parse(arguments);
    }

    private static Source images(String... images) {
        return new Source("", "", "", "", List.of(images), Map.of());
    }
}
