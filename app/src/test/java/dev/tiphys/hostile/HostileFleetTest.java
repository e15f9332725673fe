package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

import dev.tiphys.browser.Chromium;
import dev.tiphys.scenario.PortalApi;

/// Every page as everybody, beside a fleet in which every text is an attack.
@ExtendWith(HostileStage.Curtain.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class HostileFleetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ATTACK = Payloads.markup().get(4);

    private List<String> starts = List.of();

    @BeforeAll
    void spoilTheFleet(HostileStage stage) throws IOException {
        HostileFleet fleet = new HostileFleet(stage);
        assertThat(fleet.spoil()).isGreaterThan(50);
        PortalApi admin = PortalApi.as("admin", stage.portal());
        String id = admin.started("catalogue", "v6-broken", "dev");
        JsonNode waiting = admin.waiting(id, "decision");
        fleet.spoilWorkflow("promotions", waiting.path("workflow").path("name").asString(), ATTACK);
        admin.abort(id, ATTACK).good();
        admin.ended(id);
        Caller viewer = Caller.browser(stage.portal(), "viewer");
        await("the portal has heard of it").atMost(PATIENCE).until(() -> viewer
                .get("/fleet?view=applications&q=hostile").body().contains("hostile-2"));
        starts = starts(stage, id);
    }

    /// All pages and lists that have an address of their own, and those of one promotion.
    private static List<String> starts(HostileStage stage, String promotion) {
        List<String> starts = new ArrayList<>(List.of("/", "/promotions/" + promotion,
                "/promotions/" + promotion + "?tab=targets", "/promotions/" + promotion + "?tab=audit",
                "/api/v1/promotions/" + promotion, "/promotions?q=" + Caller.encode(ATTACK),
                "/fleet?view=applications&q=hostile", "/fleet?view=applications&selector="
                        + Caller.encode("tiphys.dev/service=" + ATTACK)));
        Input.of(stage.context()).stream().filter(input -> input.method().equals("GET"))
                .filter(input -> !input.path().contains("{")).map(Input::path).distinct().forEach(starts::add);
        return List.copyOf(starts);
    }

    @Test
    void nothingThatArgoTellsIsTakenForAnythingButText(HostileStage stage) throws IOException {
        List<String> complaints = new ArrayList<>();
        int visited = 0;
        for (String user : List.of("viewer", "developer", "approver", "provider", "admin")) {
            Crawl crawl = new Crawl(Caller.browser(stage.portal(), user), user.equals("admin") ? 150 : 50).from(starts);
            crawl.complaints().forEach(complaint -> complaints.add(complaint + ", for " + user));
            visited += crawl.visited().size();
        }
        assertThat(complaints).isEmpty();
        assertThat(visited).isGreaterThan(150);
        assertThat(Caller.browser(stage.portal(), "viewer").get("/fleet?view=applications&q=hostile").body())
                .as("the attacks are there to see, as text").contains("&lt;" + Payloads.ELEMENT);
    }

    @Test
    void aBrowserRunsNothing(HostileStage stage) throws IOException {
        Path program = Chromium.find().orElseThrow(() -> {
            System.err.println("BROWSER TESTS SKIPPED: there is no Chromium at /usr/bin/chromium.");
            return new TestAbortedException("There is no Chromium at /usr/bin/chromium: browser tests skipped.");
        });
        List<String> addresses = new Crawl(Caller.browser(stage.portal(), "admin"), 45).from(starts).visited();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (Chromium chromium = Chromium.start(program); BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                heard.add("a dialog: " + dialog.message());
                dialog.dismiss();
            });
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) {
                    heard.add(message.text() + " on " + page.url());
                }
            });
            page.navigate(stage.portal() + "/promotions");
            page.locator("button[value=admin]").click();
            page.waitForURL("**/promotions*");
            for (String address : addresses) {
                if (!address.startsWith("/api/") && !address.startsWith("/v3/")
                        && !address.matches(".*/(hera|manifest).*")) {
                    page.navigate(stage.portal() + address);
                    if (!Boolean.TRUE.equals(page.evaluate("window.tiphysCanary === undefined"))) {
                        heard.add("an attack has run on " + address);
                    }
                }
            }
        }
        assertThat(heard).isEmpty();
    }
}
