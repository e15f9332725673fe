package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job, from the click on Promote to the message in Slack.
@ExtendWith(Stage.Curtain.class)
@Timeout(300)
class PromotionInBrowserTest {

    private static final double LONG = 150_000;

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LONG);
    }

    private static Locator wave(Page page, String name) {
        return page.locator("section.wave[aria-label='" + name + "']");
    }

    private static Page promotedInFourClicks(Stage stage, String service, String version) {
        Page page = stage.signIn("developer");
        page.locator("a:has-text('Promote " + service + "')").click();
        page.locator("a.option:has-text('" + version + "')").click();
        page.locator("button:text-is('Plan')").click();
        page.locator("button:has-text('Start on')").click();
        page.waitForURL(Pattern.compile(".*/promotions/[0-9a-f-]{36}.*"));
        return page;
    }

    @Test
    void fourClicksAndAnApprovalBringAVersionToAllEnvironments(Stage stage) {
        Page approver = stage.signIn("approver");
        approver.navigate(stage.portal().page("/fleet"));
        assertThat(approver).hasTitle("Fleet");
        Page developer = promotedInFourClicks(stage, "checkout", "v5");
        assertThat(developer.locator(".facts")).containsText("Waits for approval", within());
        assertThat(approver).hasTitle("Needs you · Fleet");
        assertThat(developer.locator(".ask")).containsText("You asked for it, so somebody else decides");
        assertThat(developer.locator("button[value=approve]")).hasCount(0);

        approver.navigate(stage.portal().page("/promotions"));
        assertThat(approver.locator(".lead")).containsText("1 promotion waits for you");
        approver.locator("a:has-text('Review')").click();
        approver.locator("textarea[name=reason]").fill("the load test is green");
        approver.locator("button[value=approve]").click();

        assertThat(developer.locator(".facts")).containsText("Succeeded", within());
        assertThat(wave(developer, "prod-east")).containsText("Complete");
        assertThat(wave(developer, "prod-east")).containsText("the load test is green");
        assertThat(wave(developer, "prod-west")).containsText("Complete");
        developer.locator("#more > summary").click();
        developer.locator("#more a:has-text('Replay')").click();
        assertThat(developer.locator("#moment")).containsText("1 of");
        developer.locator("button:has-text('Play')").click();
        assertThat(developer.locator("#moment")).containsText("3 of");
        developer.locator("#moment a:has-text('Last')").click();
        assertThat(wave(developer, "prod-west")).containsText("Complete");
        developer.navigate(stage.portal().page("/promotions?q=checkout"));
        assertThat(developer.locator("table.matrix tbody")).containsText("in step");
        assertThat(developer.locator("table.matrix .version")).hasText(new String[]{"v5", "v5", "v5", "v5"});
        developer.navigate(stage.portal().slack());
        assertThat(developer.locator("body")).containsText("checkout v5 is out", within());
        developer.context().close();
        approver.context().close();
    }

    @Test
    void everythingWorksWithoutJavaScript(Stage stage) {
        Page developer = stage.signIn("developer", Stage.wide().setJavaScriptEnabled(false));
        developer.locator("a:has-text('Promote payments')").click();
        developer.locator("#version").fill("v5");
        developer.locator("input[value=prod-west]").uncheck();
        developer.locator("button:text-is('Plan')").click();
        assertThat(developer.locator("#hera")).containsText("from hera.workflows import");
        developer.locator("button:has-text('Start on')").click();
        String address = developer.url();

        Page approver = stage.signIn("approver", Stage.phone().setJavaScriptEnabled(false));
        reloadUntil(approver, address, "Waits for you");
        approver.locator("button[value=reject]").click();
        assertThat(approver.locator(".notice.is-bad")).containsText("Say why you reject it");
        approver.locator("textarea[name=reason]").fill("not before the weekend");
        approver.locator("button[value=reject]").click();
        reloadUntil(approver, address, "Stopped");
        assertThat(approver.locator("main")).containsText("not before the weekend");
        approver.locator("#more > summary").click();
        approver.locator("#more a:has-text('Replay')").click();
        approver.locator("#moment a:has-text('Next')").click();
        assertThat(approver.locator("#moment")).containsText("2 of");
        approver.navigate(address + "?tab=clusters&state=done&sort=-cluster");
        assertThat(approver.locator("#details tbody tr th").first()).containsText("stage");
        developer.context().close();
        approver.context().close();
    }

    @Test
    void aPromotionIsPausedResumedAndRolledBackWhileItWaits(Stage stage) {
        Page developer = stage.signIn("developer", Stage.phone());
        developer.navigate(stage.portal().page("/promotions/plan?service=catalogue&version=2.33.0"
                + "&environments=dev&environments=stage&environments=prod-east"));
        developer.locator("button:has-text('Start on')").click();
        assertThat(developer.locator(".facts")).containsText("Waits for approval", within());
        String address = developer.url();

        developer.locator("#pause summary").click();
        developer.locator("#pause-reason").fill("the pager rings");
        developer.locator("button:has-text('Pause it now')").click();
        reloadUntil(developer, address, "Nothing new starts");
        assertThat(developer.locator(".facts .status").first()).containsText("Paused");
        assertThat(developer.locator(".facts")).containsText("the pager rings");
        assertThat(developer.locator(".facts")).containsText("prod-east can be approved meanwhile");
        developer.locator("button:has-text('Resume')").click();
        reloadUntil(developer, address, "Waits for approval");

        developer.locator("#stop summary").click();
        assertThat(developer.locator("#stop")).containsText("2 targets are done and stay on 2.33.0.");
        developer.navigate(address);
        developer.locator("a:has-text('Roll back')").first().click();
        assertThat(developer.locator("h1")).containsText("Roll back catalogue to");
        assertThat(developer.locator("main")).containsText("catalogue 2.33.0 still runs");
        developer.locator("button:has-text('Start on')").click();
        assertThat(developer.locator(".facts")).containsText("Succeeded", within());
        assertThat(developer.locator(".facts")).containsText("rolls back catalogue 2.33.0");
        developer.navigate(address);
        assertThat(developer.locator(".facts")).containsText("Stopped");
        assertThat(developer.locator(".facts")).containsText("rolled back by");
        developer.context().close();
    }

    private static void reloadUntil(Page page, String address, String words) {
        long end = System.nanoTime() + (long) (LONG * 1_000_000);
        do {
            page.navigate(address);
        } while (!page.locator(".facts").innerText().contains(words) && System.nanoTime() < end);
        assertThat(page.locator(".facts")).containsText(words);
    }

    @Test
    void wrongInputComesBackWithWhatToDo(Stage stage) {
        Page developer = stage.signIn("developer");
        developer.navigate(stage.portal().page("/promotions/plan?service=catalogue&version=v%7B%7B5&environments=dev"));
        assertThat(developer.locator("#version-error")).isVisible();
        developer.navigate(stage.portal().page("/promotions/plan?service=catalogue&version=2.32.1"));
        assertThat(developer.locator("#environments-error")).isVisible();
        developer.navigate(stage.portal().page("/promotions/new?service=nothing"));
        assertThat(developer.locator("main")).containsText("There is no service nothing");
        developer.context().close();
    }
}
