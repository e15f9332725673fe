package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The administrators' pages under Settings in light and dark, wide and narrow, and a portal that stands still.
@ExtendWith(Stage.Curtain.class)
@Timeout(420)
class SettingsLookTest {

    private static final Path IMAGES = Path.of("target", "pages");
    private static final List<String> PAGES = List.of("connections", "tools", "credentials", "recovery");

    private static Map<String, NewContextOptions> looks() {
        return Map.of("light-wide", Stage.wide(), "dark-wide", Stage.wide().setColorScheme(ColorScheme.DARK),
                "light-narrow", Stage.phone(), "dark-narrow", Stage.phone().setColorScheme(ColorScheme.DARK));
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreen(Stage stage) {
        SoftAssertions softly = new SoftAssertions();
        looks().forEach((look, options) -> {
            Page page = stage.signIn("admin", options);
            for (String name : PAGES) {
                page.navigate(stage.portal().page("/settings/" + name));
                check(page, name, look, softly);
            }
            page.context().close();
        });
        softly.assertAll();
    }

    @Test
    void aPortalThatStandsStillSaysSoUntilItIsLetGoOn(Stage stage) {
        SoftAssertions softly = new SoftAssertions();
        Page page = stage.signIn("admin");
        page.navigate(stage.portal().page("/settings/recovery"));
        page.locator("#hold-reason").fill("a restore is coming");
        page.locator("button:has-text('Let the portal stand still')").click();
        assertThat(page.locator(".banner")).containsText("The portal stands still: a restore is coming");
        try {
            assertThat(page.locator("#recovery")).containsText("Compared");
            check(page, "recovery-held", "light-wide", softly);
            Page phone = stage.signIn("admin", Stage.phone().setColorScheme(ColorScheme.DARK));
            phone.navigate(stage.portal().page("/settings/recovery"));
            check(phone, "recovery-held", "dark-narrow", softly);
            phone.context().close();
        } finally {
            page.locator("#release-reason").fill("it is over");
            page.locator("button:has-text('Let the portal go on')").click();
        }
        assertThat(page.locator(".banner")).hasCount(0);
        page.context().close();
        softly.assertAll();
    }

    private static void check(Page page, String name, String look, SoftAssertions softly) {
        softly.assertThat(violations(page)).as("accessibility of " + name + ", " + look).isEmpty();
        softly.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits the screen, " + look).isTrue();
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve("settings-" + name + "-" + look + ".png"))
                .setFullPage(true));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page).setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                .getViolations().stream().map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList())
                .toList();
    }
}
