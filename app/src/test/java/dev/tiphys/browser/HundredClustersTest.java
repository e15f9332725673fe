package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.PortalApi;

/// A promotion to 104 clusters of one environment, one of which asks: all of it on one screen.
@Timeout(300)
class HundredClustersTest {

    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final int RENDERED_WITHIN_MILLIS = 1500;

    @Test
    void theBoardOfAHundredTargetsFitsOneScreen() {
        Path program = Chromium.find().orElseThrow(
                () -> new TestAbortedException("There is no Chromium at /usr/bin/chromium: browser tests skipped."));
        try (Stage stage = Stage.of(program, RunningPortal.start("squadron", 30))) {
            String id = asking(stage);
            pictures(stage, id);
            Page page = stage.signIn("developer");
            page.navigate(stage.portal().page("/promotions/" + id));
            fits(page);
            opensTheClusters(page);
            decidesOnAPhone(stage, id);
        }
    }

    private static String asking(Stage stage) {
        PortalApi developer = PortalApi.as("developer", stage.portal().address());
        new FleetLevers(stage.portal().sandbox()).fault(
                "{\"kind\": \"analysis-fails\", \"service\": \"checkout\", \"cluster\": \"prod-east-003\"}");
        String id = developer.started("checkout", "v5", "dev", "stage", "prod-east", "prod-west");
        developer.waiting(id, "approval");
        PortalApi.as("approver", stage.portal().address()).approve(id, "prod-east").good();
        developer.until(id, seen -> counted(seen, "ASKS") == 1 && counted(seen, "SUCCEEDED") > 12);
        return id;
    }

    private static long counted(JsonNode promotion, String phase) {
        return promotion.path("waves").valueStream().flatMap(wave -> wave.path("targets").valueStream())
                .filter(target -> target.path("phase").asString().equals(phase)).count();
    }

    private static void fits(Page page) {
        Locator wave = page.locator("section.wave[aria-label='prod-east']");
        assertThat(wave).containsText("Not complete: 1 needs a decision");
        assertThat(wave.locator(".cells > i")).hasCount(104);
        // Measured in the page, in one breath: it may be fetched anew at any moment.
        assertThat(measured(page, "document.querySelector('.board').getBoundingClientRect().bottom"))
                .as("the lower edge of the board, with the question above it")
                .isLessThanOrEqualTo(900);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isTrue();
        for (Locator cell : wave.locator(".cells > i").all().subList(0, 5)) {
            assertThat(cell).hasAttribute("title", java.util.regex.Pattern.compile("prod-east-\\d+: .+"));
        }
        assertThat(PageLookTest.violations(page)).isEmpty();
        double millis = ((Number) page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd"
                + " - performance.getEntriesByType('navigation')[0].requestStart")).doubleValue();
        assertThat(millis).as("the time to render the page").isLessThan(RENDERED_WITHIN_MILLIS);
    }

    private static double measured(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static void opensTheClusters(Page page) {
        Locator strip = page.locator("section.wave[aria-label='prod-east'] a.cells");
        strip.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#details tbody tr")).hasCount(104);
        assertThat(page.locator("#details tbody tr").first()).containsText("Needs a decision");
        page.locator("#cluster-q").fill("east-10");
        assertThat(page.locator("#details tbody tr")).hasCount(5);
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*q=east-10.*"));
        page.locator("#details th a:has-text('Cluster')").click();
        assertThat(page.locator("#details th[aria-sort=ascending]")).containsText("Cluster");
        assertThat(page.locator("#details tbody tr").first()).containsText("prod-east-100");
        assertThat(PageLookTest.violations(page)).isEmpty();
    }

    private static void decidesOnAPhone(Stage stage, String id) {
        Page phone = stage.signIn("developer", Stage.phone());
        phone.navigate(stage.portal().page("/promotions/" + id));
        phone.locator("button:has-text('on it')").click();
        assertThat(phone.locator(".ask")).containsText("Deniz Aksoy is on it");
        assertThat(phone.locator(".ask")).containsText("success-rate: ");
        assertThat(measured(phone, "Math.min(...[...document.querySelectorAll('.ask__choices button')]"
                + ".map(button => button.getBoundingClientRect().height))")).as("for a thumb")
                .isGreaterThanOrEqualTo(44);
        assertThat(measured(phone, "document.querySelector('.ask').getBoundingClientRect().top"))
                .as("the question comes first").isLessThan(140);
        assertThat(PageLookTest.violations(phone)).isEmpty();
        phone.locator("button:has-text('Give it back')").click();
        assertThat(phone.locator("button:has-text('on it')")).isVisible();
        phone.locator("#reason-0").fill("its probe is known to be wrong");
        phone.locator("button[value=skip]").click();
        assertThat(phone.locator(".ask")).hasCount(0);
        PortalApi.as("developer", stage.portal().address()).until(id, seen -> counted(seen, "SKIPPED") == 1);
        phone.navigate(stage.portal().page("/promotions/" + id + "?tab=clusters&state=skipped"));
        assertThat(phone.locator("#details tbody tr")).containsText("its probe is known to be wrong");
        phone.context().close();
    }

    private static void pictures(Stage stage, String id) {
        if (!Boolean.getBoolean("screenshots")) {
            return;
        }
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String look = scheme.name().toLowerCase(java.util.Locale.ROOT);
            Page wide = stage.signIn("developer", Stage.wide().setColorScheme(scheme));
            Page narrow = stage.signIn("developer", Stage.phone().setColorScheme(scheme));
            for (String tab : List.of("", "?tab=clusters#details", "/targets/checkout-prod-east-003")) {
                String name = tab.isEmpty() ? "hundred" : tab.startsWith("/") ? "kept-evidence" : "clusters";
                wide.navigate(stage.portal().page("/promotions/" + id + tab));
                wide.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + "-" + look + "-wide.png")));
                narrow.navigate(stage.portal().page("/promotions/" + id + tab));
                narrow.screenshot(
                        new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + "-" + look + "-narrow.png")));
            }
            wide.context().close();
            narrow.context().close();
        }
    }
}
