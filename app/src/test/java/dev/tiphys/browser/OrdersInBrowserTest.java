package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// A provider pauses its orders, and somebody waits, looks and takes theirs back.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class OrdersInBrowserTest {

    private static final String DATABASE = "/catalog/items/pet-store/pet";

    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).isEmpty();
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "orders-" + name + ".png")));
        }
    }

    @Test
    void whoWaitsSeesWhyAndCanTakeItBack(Stage stage) {
        Page provider = stage.signIn("provider");
        provider.navigate(stage.portal().page(DATABASE));
        assertThat(provider.locator(".line__facts")).containsText("places are taken",
                new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        provider.locator(".line__pause summary").click();
        look(provider, "pause");
        provider.locator("#pause-message").fill("The shop gets new cages until Monday noon.");
        provider.locator(".line__form button").click();
        assertThat(provider.locator(".line .notice")).containsText("Orders are paused.");
        look(provider, "paused");

        Page page = stage.signIn("developer");
        page.navigate(stage.portal().page(DATABASE + "/new"));
        page.locator("input[name=name]").fill("Waity");
        page.locator("select[name=team]").selectOption("shop");
        page.locator("button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator(".waits")).containsText("keeps its place, 1 of 1");
        look(page, "waits");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.locator(".waits a:text-is('Exact workflow')").click();
        assertThat(page.locator("main")).containsText("workflowTemplateRef");
        look(page, "exact-dark");
        page.setViewportSize(390, 844);
        page.goBack();
        look(page, "waits-phone-dark");
        page.locator(".waits button:text-is('Withdraw')").click();
        assertThat(page.locator(".facts")).containsText("DELETED");
        page.navigate(stage.portal().page("/catalog/providers/pet-store/rights"));
        look(page, "rights-phone-dark");
        page.context().close();

        provider.reload();
        provider.locator(".line .notice button").click();
        assertThat(provider.locator(".line .notice")).hasCount(0);
        provider.context().close();
    }
}
