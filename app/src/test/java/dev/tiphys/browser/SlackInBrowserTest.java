package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Approvals as they are decided on Slack's page: linked once, then by button, and by dialog.
@ExtendWith(Stage.Curtain.class)
@Timeout(400)
class SlackInBrowserTest {

    private static final double LONG = 150_000;

    private static Page asked(Stage stage, String version) {
        Page developer = stage.signIn("developer");
        developer.navigate(stage.portal().page("/promotions/plan?service=payments&version=" + version
                + "&environments=dev&environments=stage&environments=prod-east"));
        developer.locator("button:has-text('Start on')").click();
        assertThat(developer.locator(".facts")).containsText("Waits for approval",
                new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        return developer;
    }

    /// The page shows what was so when it was asked for: asked again until the message is there.
    private static Locator message(Stage stage, Page slack, String words) {
        Locator found = slack.locator("article.message").filter(new Locator.FilterOptions().setHasText(words)).first();
        long end = System.nanoTime() + (long) (LONG * 1_000_000);
        do {
            slack.navigate(stage.portal().slack());
        } while (found.count() == 0 && System.nanoTime() < end);
        assertThat(found).isVisible();
        return found;
    }

    private static void pressAs(Locator message, String user, String button) {
        message.locator("select[name=user]").selectOption(user);
        message.locator("button:has-text('" + button + "')").click();
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations().stream()
                .map(violation -> violation.getId() + ": " + violation.getNodes().getFirst().getHtml()).toList())
                .as(page.url()).isEmpty();
    }

    @Test
    void aLinkedApproverPressesApproveAndAnotherTimeRejectsWithAReason(Stage stage) {
        Page developer = asked(stage, "v5-pressed");
        Page approver = stage.signIn("approver");
        pressAs(message(stage, approver, "Waits for approval"), "approver", "Approve");
        Locator offer = message(stage, approver, "The portal does not know yet who you are");
        offer.locator("a:has-text('Link my account')").click();
        assertThat(approver.locator("main")).containsText("@approver");
        isAccessible(approver);
        approver.locator("button:has-text('is mine')").click();
        assertThat(approver.locator("table")).containsText("Amara Okafor");
        isAccessible(approver);

        pressAs(message(stage, approver, "Waits for approval"), "approver", "Approve");
        assertThat(message(stage, approver, "Approved by Amara Okafor")).containsText("payments");
        assertThat(developer.locator(".facts")).containsText("Succeeded",
                new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        approver.locator("button:has-text('Tamper with it')").click();
        assertThat(approver.locator(".note")).containsText("401");
        developer.context().close();
        rejects(stage, approver);
        approver.context().close();
    }

    private static void rejects(Stage stage, Page approver) {
        Page developer = asked(stage, "v5-rejected");
        pressAs(message(stage, approver, "Waits for approval"), "approver", "Reject");
        approver.locator(".modal textarea").fill("not before the weekend");
        approver.locator(".modal button.primary").click();
        message(stage, approver, "Rejected by Amara Okafor");
        assertThat(developer.locator("main")).containsText("not before the weekend",
                new LocatorAssertions.ContainsTextOptions().setTimeout(LONG));
        developer.context().close();
    }
}
