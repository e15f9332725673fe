package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Stage.Curtain.class)
@Timeout(180)
class KeyboardTest {

    @Test
    void keysMoveSearchAndHelpButNeverDecide(Stage stage) {
        Page page = stage.signIn("developer");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("tr[aria-selected=true]")).hasCount(1);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        page.keyboard().type("ingress");
        page.keyboard().press("Enter");
        assertThat(page.locator("table.matrix tbody tr")).hasCount(1);
        page.keyboard().press("n");
        page.waitForURL("**/promotions/new");

        page.navigate(stage.portal()
                .page("/promotions/plan?service=catalogue&version=2.32.1&environments=stage&environments=prod-east"));
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/promotions/plan.*"));
        page.context().close();
    }
}
