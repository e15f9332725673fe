package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// The audit page as people use it.
@ExtendWith(Stage.Curtain.class)
@Timeout(420)
class AuditInBrowserTest {

    @Test
    void aSearchNarrowsThePageWhileTyping(Stage stage) {
        Page page = stage.signIn("admin");
        page.navigate(stage.portal().page("/audit?verify=true"));
        assertThat(page.locator(".facts")).containsText("Verified up to #");
        assertThat(page.locator("#entries")).containsText("session.signed-in");
        page.locator("input[name=code]").fill("promotion");
        assertThat(page.locator("#entries")).not().containsText("session.signed-in");
        assertThat(page).hasURL(Pattern.compile("code=promotion"));
        page.locator(".chip:has-text('Sign-ins')").click();
        assertThat(page.locator("#entries")).containsText("session.signed-in");
        page.context().close();
    }

    @Test
    void theShownEntriesCanBeTakenAway(Stage stage) {
        Page page = stage.signIn("admin");
        page.navigate(stage.portal().page("/audit?code=session"));
        Download download = page.waitForDownload(() -> page.locator("a:has-text('CSV')").click());
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("audit.csv");
        page.navigate(stage.portal().page("/audit?code=audit.exported"));
        assertThat(page.locator("#entries")).containsText("code=session");
        page.context().close();
    }

    @Test
    void somebodyWhoErasesIsToldWhatGoes(Stage stage) {
        Page page = stage.signIn("admin", Stage.wide().setColorScheme(ColorScheme.DARK));
        page.navigate(stage.portal().page("/audit?actor=nobody"));
        Assertions.assertThat(page.locator(".audit-erase").count()).isZero();
        page.navigate(stage.portal().page("/audit?actor=admin"));
        page.locator(".audit-erase summary").click();
        assertThat(page.locator(".audit-erase")).containsText("The entries stay under the subject alone");
        Assertions.assertThat(new AxeBuilder(page).setLegacyMode(true).withTags(List.of("wcag2a", "wcag2aa")).analyze()
                .getViolations()).isEmpty();
        page.context().close();
    }
}
