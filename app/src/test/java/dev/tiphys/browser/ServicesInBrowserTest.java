package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Looking back and around: the history, a service, what explains itself, and all of it by keyboard.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class ServicesInBrowserTest {

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);
    }

    private static void start(Stage stage, Page page, String version) {
        page.navigate(stage.portal().page("/promotions/plan?service=metrics-server&version=" + version
                + "&environments=dev"));
        page.locator("button:has-text('Start on')").click();
        page.waitForURL(Pattern.compile(".*/promotions/[0-9a-f-]{36}.*"));
        assertThat(page.locator(".facts")).containsText("Succeeded", within());
    }

    @Test
    void theHistoryIsSearchedByAddressAndWalkedByKeys(Stage stage) {
        Page page = stage.signIn("admin", Stage.wide().setTimezoneId("America/New_York"));
        start(stage, page, "3.13.7");
        assertThat(page.locator("#summary").textContent()).startsWith("**metrics-server ").contains("Succeeded");

        page.navigate(stage.portal().page("/promotions"));
        page.locator("a.chip:has-text('History')").click();
        page.waitForURL("**/promotions/history");
        page.keyboard().press("/");
        page.keyboard().type("metrics-server 3.13.7");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/promotions/history\\?q=metrics-server\\+3\\.13\\.7.*"));
        assertThat(page.locator("table.history tbody tr")).hasCount(1);
        assertThat(page.locator("table.history time"))
                .hasText(Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d (GMT.[45]|E[SD]T)"));
        assertThat(page.locator("table.history time")).hasAttribute("title", Pattern.compile(".*UTC"));
        assertThat(PageLookTest.violations(page)).isEmpty();
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/promotions/[0-9a-f-]{36}.*"));
        page.locator("h1 a:has-text('metrics-server')").click();
        page.waitForURL("**/services/metrics-server");
        page.context().close();
    }

    @Test
    void aServiceExplainsItselfAndWhoMay(Stage stage) {
        Page page = stage.signIn("viewer");
        page.navigate(stage.portal().page("/services/checkout"));
        assertThat(page.locator("main")).containsText("Change failure rate");
        assertThat(page.locator("main")).containsText("prod-approvers");
        Locator dashboard = page.locator("td .outside a:has-text('dashboard')").first();
        assertThat(dashboard).hasAttribute("rel", "noopener noreferrer");
        assertThat(PageLookTest.violations(page)).isEmpty();

        Locator promote = page.locator("button[aria-disabled=true]:has-text('Promote')");
        promote.focus();
        assertThat(page.locator(".denied .word__means")).isVisible();
        assertThat(page.locator(".denied .word__means")).containsText("may not promote checkout");
        page.locator("dfn.word").first().focus();
        assertThat(page.locator("dfn.word .word__means").first()).isVisible();

        page.locator("td a:has-text('Argo CD')").first().click();
        assertThat(page.locator("body")).containsText("Argo CD's own page of the Application");
        page.context().close();
    }

    @Test
    void everyListIsWalkedByTheSameKeys(Stage stage) {
        Page page = stage.signIn("developer");
        for (String path : List.of("/promotions", "/services/checkout", "/fleet", "/audit")) {
            page.navigate(stage.portal().page(path));
            page.keyboard().press("j");
            assertThat(page.locator("tr[aria-selected=true]")).hasCount(1);
        }
        page.navigate(stage.portal().page("/fleet"));
        page.keyboard().press("n");
        page.waitForURL("**/promotions/new");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/promotions/new?service=*");
        page.context().close();
    }

    @Test
    void historyAndServiceWorkWithoutJavaScript(Stage stage) {
        Page page = stage.signIn("developer", Stage.phone().setJavaScriptEnabled(false));
        page.navigate(stage.portal().page("/promotions/history?from=never"));
        assertThat(page.locator("p.error")).containsText("Write a time such as 2026-11-27");
        page.navigate(stage.portal().page("/promotions/history"));
        page.locator("select[name=phase]").selectOption("failed");
        page.locator("button:text-is('Find')").click();
        page.waitForURL("**phase=failed**");
        page.navigate(stage.portal().page("/fleet/misfits"));
        assertThat(page.locator("main")).containsText("with what would mend it");
        page.navigate(stage.portal().page("/services/nothing"));
        assertThat(page.locator("main")).containsText("There is no service nothing");
        page.context().close();
    }
}
