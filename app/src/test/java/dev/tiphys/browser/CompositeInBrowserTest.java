package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.Http;
import dev.tiphys.scenario.PortalApi;

/// An item that three providers make: one fails, is asked for help, and is tried again.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class CompositeInBrowserTest {

    private static final String ITEM = "/catalog/items/environments/team-environment";

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);
    }

    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).isEmpty();
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "composite-" + name + ".png"))
                    .setFullPage(true));
        }
    }

    @Test
    void oneProviderFailsIsAskedForHelpAndTriedAgain(Stage stage) {
        Http developer = PortalApi.as("developer", stage.portal().address()).http();
        await().atMost(Duration.ofSeconds(60)).until(() -> developer.get(ITEM).status() == 200);
        Page page = stage.signIn("developer");
        try (FleetLevers.Fault down = new FleetLevers(stage.portal().sandbox())
                .fault("{\"kind\": \"answer\", \"path\": \"/provider-api/databases*\", \"status\": 503}")) {
            String id = developer.post(ITEM + "/orders",
                    "{\"name\": \"team-blue\", \"team\": \"shop\", \"values\": {\"size\": \"small\", \"cpu\": \"2\"}}")
                    .good()
                    .path("id").asString();
            page.navigate(stage.portal().page("/catalog/instances/" + id));
            assertThat(page.locator(".trail")).containsText("in databases", within());
            look(page, "running");
            page.locator(".trail a:has-text('Stop')").click();
            assertThat(page.locator("main")).containsText("Retry goes on from there");
            look(page, "stop");
            page.locator("a:text-is('Let it run')").click();
            assertThat(page.locator(".trail__failure")).containsText("It is the provider's failure.", within());
        }
        look(page, "failed");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, "failed-dark");
        page.setViewportSize(390, 844);
        look(page, "failed-phone");
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.locator("button:text-is('Ask for help')").click();
        assertThat(page.locator(".trail__asked")).containsText("Deniz Aksoy has asked");
        page.locator(".trail__step a:has-text('Log')").nth(1).click();
        assertThat(page.locator("h1")).containsText("Log of");
        look(page, "log");
        page.locator(".crumb a").last().click();
        page.locator(".notice button:text-is('Retry')").click();
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        assertThat(page.locator(".trail")).containsText("attempt 2");
        look(page, "active");
        page.context().close();
    }
}
