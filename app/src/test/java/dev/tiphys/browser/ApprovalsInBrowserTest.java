package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The inbox of approvals, from the badge to the decision, on a desk and on a phone.
@ExtendWith(Stage.Curtain.class)
@Timeout(420)
class ApprovalsInBrowserTest {

    private static final LocatorAssertions.ContainsTextOptions LONG = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(150_000);
    private static final Map<String, NewContextOptions> LOOKS = Map.of("light-wide", Stage.wide(), "dark-wide",
            Stage.wide().setColorScheme(ColorScheme.DARK), "light-narrow", Stage.phone());

    /// A promotion that waits before prod-east, asked for by the developer.
    private static String promoted(Stage stage, Page developer, String version) {
        developer.navigate(stage.portal().page("/promotions/plan?service=payments&version=" + version
                + "&environments=dev&environments=stage&environments=prod-east"));
        developer.locator("button:has-text('Start on')").click();
        developer.waitForURL(Pattern.compile(".*/promotions/[0-9a-f-]{36}.*"));
        assertThat(developer.locator(".facts")).containsText("Waits for approval", LONG);
        return developer.url();
    }

    /// Makes room for the next one.
    private static void ended(Page page, String promotion, String how) {
        page.navigate(promotion);
        assertThat(page.locator(".facts")).containsText(how, LONG);
    }

    @Test
    void aRequestIsTakenAskedBackAnsweredAndApproved(Stage stage) {
        Page developer = stage.signIn("developer");
        String promotion = promoted(stage, developer, "v7-inbox");
        developer.navigate(stage.portal().page("/approvals?show=mine"));
        assertThat(developer.locator("table.approvals tbody tr").first()).containsText("payments");
        assertThat(developer.locator("nav.nav a:has-text('Approvals') .count")).hasCount(0);

        Page approver = stage.signIn("approver", Stage.phone());
        approver.navigate(stage.portal().page("/approvals"));
        approver.locator("tr:has-text('v7-inbox') a.btn").click();
        assertThat(approver.locator("h1")).containsText("v7-inbox into prod-east");
        approver.waitForFunction("() => document.querySelector('button[value=approve]').getBoundingClientRect().y"
                + " < document.querySelector('#changes-title').getBoundingClientRect().y");
        look(stage, approver.url());

        approver.locator("button:text-is('I’m on it')").click();
        assertThat(approver.locator("#history-title + *, section:has(#history-title)").last()).containsText("Is on it");
        approver.locator("#ask-back summary").click();
        approver.locator("#back").fill("Has the load test run?");
        approver.locator("button:text-is('Ask')").click();
        developer.navigate(approver.url());
        assertThat(developer.locator("#question")).containsText("Has the load test run?");
        developer.locator("#answer").fill("Yes, it is green");
        developer.locator("button:text-is('Answer')").click();
        assertThat(developer.locator("main")).containsText("Yes, it is green");
        assertThat(developer.locator("button[value=approve]")).hasCount(0);

        approver.navigate(approver.url());
        approver.locator("button[value=reject]").click();
        assertThat(approver.locator(".notice.is-bad")).containsText("Say why you reject it");
        approver.locator("#reason").fill("the load test is green");
        approver.locator("button[value=approve]").click();
        assertThat(approver.locator(".facts")).containsText("Approved");
        assertThat(developer.locator(".facts")).containsText("Approved", LONG);
        ended(developer, promotion, "Succeeded");
        developer.context().close();
        approver.context().close();
    }

    private static void look(Stage stage, String request) {
        SoftAssertions softly = new SoftAssertions();
        LOOKS.forEach((look, options) -> {
            Page page = stage.signIn("admin", options);
            Map.of("approvals", "/approvals", "approvals-open", "/approvals?show=open", "absences",
                    "/approvals/absences", "approval", request).forEach((name, path) -> {
                        page.navigate(path.startsWith("http") ? path : stage.portal().page(path));
                        softly.assertThat(violations(page)).as("accessibility of " + name + ", " + look).isEmpty();
                        softly.assertThat(
                                (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                                .as(name + " fits the screen, " + look).isTrue();
                        picture(page, name + "-" + look);
                    });
            page.context().close();
        });
        softly.assertAll();
    }

    private static void picture(Page page, String name) {
        Path folder = Boolean.getBoolean("screenshots")
                ? Path.of("..", "docs", "images")
                : Path.of("target", "pictures");
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page).setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")).analyze().getViolations()
                .stream().map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList())
                .toList();
    }

    @Test
    void severalAreDecidedTogetherWithoutJavaScriptAndTheGlassIsBroken(Stage stage) {
        Page developer = stage.signIn("developer");
        String first = promoted(stage, developer, "v7-glass");
        Page admin = stage.signIn("admin", Stage.wide().setJavaScriptEnabled(false));
        admin.navigate(stage.portal().page("/approvals"));
        admin.locator("tr:has-text('v7-glass') a.btn").click();
        String request = admin.url();
        admin.locator("#glass summary").click();
        admin.locator("#glass-reason").fill("the shop is down");
        admin.locator("button:text-is('Open it alone')").click();
        assertThat(admin.locator("#owed")).containsText("opened it alone");
        assertThat(admin.locator("#words")).hasCount(0);

        Page approver = stage.signIn("approver", Stage.wide().setJavaScriptEnabled(false));
        approver.navigate(stage.portal().page("/approvals"));
        assertThat(approver.locator("tr:has-text('v7-glass')")).containsText("To review");
        approver.navigate(request);
        approver.locator("#words").fill("it was down indeed");
        approver.locator("button:text-is('Reviewed')").click();
        assertThat(approver.locator(".facts")).containsText("Opened alone, reviewed");

        ended(developer, first, "Succeeded");
        String second = promoted(stage, developer, "v7-bulk");
        approver.navigate(stage.portal().page("/approvals"));
        approver.locator("tr:has-text('v7-bulk') input[type=checkbox]").check();
        approver.locator("#bulk-reason").fill("not today");
        approver.locator("button:text-is('Reject the chosen')").click();
        assertThat(approver.locator("section:has(#results-title)")).containsText("rejected");
        ended(developer, second, "Stopped");
        approver.context().close();
        admin.context().close();
        developer.context().close();
    }
}
