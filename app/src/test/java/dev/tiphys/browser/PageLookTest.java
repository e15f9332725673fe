package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Every page in light and dark, wide and narrow: open to everybody, nothing wider than the screen, and pictures of it.
@ExtendWith(Stage.Curtain.class)
@Timeout(420)
class PageLookTest {

    private static final Path IMAGES = Path.of("..", "docs", "images");
    private static final Map<String, NewContextOptions> LOOKS = Map.of("light-wide", Stage.wide(), "dark-wide",
            Stage.wide().setColorScheme(ColorScheme.DARK), "light-narrow", Stage.phone(), "dark-narrow",
            Stage.phone().setColorScheme(ColorScheme.DARK));

    /// Promotions in states that take a person: one that asks, one that is held, one that was stopped, one that ended,
    /// and the plan back from there.
    private static Map<String, String> states(Stage stage) {
        Page page = stage.signIn("developer");
        Map<String, String> states = new LinkedHashMap<>();
        String asks = started(stage, page, "payments", "v6-broken", "dev");
        String stopped = started(stage, page, "catalogue", "v5-slow", "dev");
        give(page, "stop", "not before the weekend");
        String ended = started(stage, page, "checkout", "v7", "dev");
        await(page, ended, "Succeeded");
        String paused = started(stage, page, "checkout", "v7", "stage");
        give(page, "pause", "the pager rings");
        await(page, stopped, "Stopped");
        await(page, asks, "Needs a decision");
        states.put("promotion-asks", asks);
        states.put("promotion-paused", paused);
        states.put("promotion-stopped", stopped);
        states.put("promotion-ended", ended);
        states.put("rollback", ended + "/rollback");
        page.context().close();
        return states;
    }

    private static String started(Stage stage, Page page, String service, String version, String environment) {
        page.navigate(stage.portal().page("/promotions/plan?service=" + service + "&version=" + version
                + "&environments=" + environment));
        page.locator("#note").fill("For the sale on Friday.");
        page.locator("#change").fill("CHG0012345");
        page.locator("form button:has-text('Start on')").click();
        assertThat(page.locator(".steps")).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        return page.url();
    }

    private static void give(Page page, String lever, String reason) {
        page.locator("#" + lever + " > summary").click();
        page.locator("#" + lever + "-reason").fill(reason);
        page.locator("#" + lever + " form button").click();
        page.waitForLoadState();
    }

    private static void await(Page page, String address, String words) {
        page.navigate(address);
        assertThat(page.locator(".facts")).containsText(words,
                new LocatorAssertions.ContainsTextOptions().setTimeout(150_000));
    }

    /// A promotion that waits for an approval, and the addresses of all pages that show it and the fleet.
    private static Map<String, String> pages(Stage stage) {
        Page page = stage.signIn("developer");
        page.navigate(stage.portal()
                .page("/promotions/plan?service=catalogue&version=2.32.1&environments=stage&environments=prod-east"));
        if (page.locator("form button:has-text('Start on')").count() > 0) {
            page.locator("form button:has-text('Start on')").click();
        } else {
            page.navigate(stage.portal().page("/promotions"));
            page.locator("a:has-text('Open catalogue')").first().click();
        }
        assertThat(page.locator(".facts")).containsText("Waits for approval",
                new LocatorAssertions.ContainsTextOptions().setTimeout(150_000));
        String promotion = page.url();
        page.context().close();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("promotions", stage.portal().page("/promotions"));
        pages.put("promotion", promotion);
        pages.put("clusters-of-promotion", promotion + "?tab=clusters");
        pages.put("log", promotion + "/targets/catalogue-stage");
        pages.put("replay", promotion + "/replay?at=7");
        pages.put("hera", promotion + "?tab=hera");
        pages.put("audit-of-promotion", promotion + "?tab=audit");
        pages.put("new", stage.portal().page("/promotions/new?service=payments&version=v4"));
        pages.put("plan",
                stage.portal()
                        .page("/promotions/plan?service=payments&version=v7&environments=dev&environments=stage"));
        pages.put("fleet", stage.portal().page("/fleet"));
        pages.put("applications", stage.portal().page("/fleet?view=applications"));
        pages.put("audit", stage.portal().page("/audit"));
        pages.put("history", stage.portal().page("/promotions/history"));
        pages.put("service", stage.portal().page("/services/catalogue"));
        pages.put("misfits", stage.portal().page("/fleet/misfits"));
        return pages;
    }

    @Test
    void everyPageIsAccessibleAndFitsTheScreen(Stage stage) {
        Map<String, String> pages = pages(stage);
        SoftAssertions softly = new SoftAssertions();
        for (String look : List.of("light-wide", "dark-wide", "light-narrow")) {
            Page page = stage.signIn("admin", LOOKS.getOrDefault(look, Stage.wide()));
            pages.forEach((name, address) -> {
                page.navigate(address);
                if (!look.endsWith("narrow") || name.equals("promotion") || name.equals("promotions")) {
                    softly.assertThat(violations(page)).as("accessibility of " + name + ", " + look).isEmpty();
                }
                softly.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(name + " fits the screen, " + look).isTrue();
            });
            page.context().close();
        }
        softly.assertAll();
    }

    static List<String> violations(Page page) {
        return new AxeBuilder(page).setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze()
                .getViolations().stream().map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList())
                .toList();
    }

    @Test
    @EnabledIfSystemProperty(named = "screenshots", matches = "true")
    void picturesOfEveryPage(Stage stage) {
        Map<String, String> pages = pages(stage);
        pages.putAll(states(stage));
        LOOKS.forEach((look, options) -> {
            Page page = stage.signIn("admin", options);
            pages.forEach((name, address) -> {
                page.navigate(address);
                page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + "-" + look + ".png")));
            });
            page.context().close();
        });
    }
}
