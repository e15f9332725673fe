package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The settings pages about sign-in: used as people use them, open to everybody, nothing wider than the screen.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class SignInPagesTest {

    private static final Map<String, NewContextOptions> LOOKS = Map.of("light-wide", Stage.wide(), "dark-wide",
            Stage.wide().setColorScheme(ColorScheme.DARK), "light-narrow", Stage.phone());
    private static final List<String> PAGES = List.of("sessions", "sessions?all=true", "tokens", "service-accounts",
            "service-accounts/browser-pipeline");

    @Test
    void aPersonMakesATokenAndSignsOutElsewhere(Stage stage) {
        Page here = stage.signIn("provider");
        Page elsewhere = stage.signIn("provider");
        here.navigate(stage.portal().page("/settings/tokens"));
        here.locator("#token-name").fill("pipeline");
        here.locator("input[value=view]").check();
        here.locator("button:has-text('Make a token')").click();
        assertThat(here.locator("#new-token")).containsText("tph_");
        here.navigate(stage.portal().page("/settings/tokens"));
        assertThat(here.locator("#new-token")).hasCount(0);
        assertThat(here.locator("tbody")).containsText("pipeline");

        here.locator(".settings__nav a:has-text('Sessions')").click();
        assertThat(here.locator("tbody")).containsText("This one");
        here.locator("button:has-text('Sign out elsewhere')").click();
        assertThat(here.locator("button:has-text('Sign out elsewhere')")).hasCount(0);
        elsewhere.navigate(stage.portal().page("/settings/sessions"));
        assertThat(elsewhere.locator("body")).containsText("Your session has ended");
        here.context().close();
        elsewhere.context().close();
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreen(Stage stage) {
        makeServiceAccount(stage);
        SoftAssertions softly = new SoftAssertions();
        LOOKS.forEach((look, options) -> {
            Page page = stage.signIn("admin", options);
            for (String name : PAGES) {
                page.navigate(stage.portal().page("/settings/" + name));
                softly.assertThat(PageLookTest.violations(page)).as("accessibility of " + name + ", " + look)
                        .isEmpty();
                softly.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(name + " fits the screen, " + look).isTrue();
                if (Boolean.getBoolean("screenshots")) {
                    String file = name.replaceAll("[^a-z]+", "-") + "-" + look + ".png";
                    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("..", "docs", "images", file)));
                }
            }
            page.context().close();
        });
        softly.assertAll();
    }

    private static void makeServiceAccount(Stage stage) {
        Page page = stage.signIn("admin");
        page.navigate(stage.portal().page("/settings/service-accounts"));
        page.locator("#name").fill("browser-pipeline");
        page.locator("#purpose").fill("promotes what the release pipeline has built");
        page.locator("#groups").fill("shop-team");
        page.locator("button:has-text('Make it')").click();
        page.locator("#token-name").fill("release pipeline");
        page.locator("input[value=promote]").check();
        page.locator("button:has-text('Make a token')").click();
        assertThat(page.locator("#new-token")).containsText("tph_");
        page.context().close();
    }
}
