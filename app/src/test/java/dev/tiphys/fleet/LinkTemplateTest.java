package dev.tiphys.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.argo.cd.Source;
import dev.tiphys.web.NamedLink;

class LinkTemplateTest {

    private static final Map<String, String> VALUES = Map.of("service", "checkout", "from", "v4", "to",
            "v5&x=<script>/../@evil.example");

    private static List<LinkTemplate> on(Map<String, String> annotations) {
        return LinkTemplate.of(new FleetApplication("main", Fleets.application("checkout", "dev", Source.NONE,
                annotations, List.of()), "checkout", "payments", "dev", "v4", "", "", true, ""));
    }

    @Test
    void annotationsAddLinksByName() {
        List<LinkTemplate> links = on(Map.of("tiphys.dev/link.runbook", "https://runbooks.example/{service}",
                "tiphys.dev/link.", "https://nameless.example", "tiphys.dev/image", "r/checkout"));
        assertThat(links).hasSize(1);
        assertThat(links.getFirst().fill(VALUES))
                .contains(new NamedLink("runbook", "https://runbooks.example/checkout"));
    }

    @Test
    void everyValueIsEncoded() {
        assertThat(new LinkTemplate("compare", "https://git.example/c/{from}...{to}").fill(VALUES).orElseThrow().href())
                .isEqualTo("https://git.example/c/v4...v5%26x%3D%3Cscript%3E%2F..%2F%40evil.example");
    }

    @Test
    void whatIsNotKnownMakesNoLink() {
        assertThat(new LinkTemplate("logs", "https://logs.example/{cluster}").fill(VALUES)).isEmpty();
        assertThat(new LinkTemplate("logs", "https://logs.example/{cluster}").fill(Map.of("cluster", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt://host/%0aalert(1)", "data:text/html,<script>", "//evil",
            "/promotions", "", "https://", "https://{to}/x", "https://git.example{to}/x", "https://a@evil.example/",
            "https:\\\\evil.example", "https://git.example/ x", " vbscript:x", "ftp://files.example/",
            "https://git.example/\"onmouseover=\"x"})
    void onlyTheWebIsLinkedTo(String address) {
        assertThat(new LinkTemplate("x", address).fill(VALUES)).isEmpty();
    }

    @Test
    void manyOrLongOnesAreLeftOut() {
        Map<String, String> many = new HashMap<>();
        for (int number = 0; number < 30; number++) {
            many.put("tiphys.dev/link.n" + number, "https://x.example/" + number);
        }
        many.put("tiphys.dev/link.a", "https://x.example/" + "y".repeat(3000));
        assertThat(on(many)).hasSize(10).noneMatch(link -> link.name().equals("a"));
    }
}
