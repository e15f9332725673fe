package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// Ordering a pet and looking after it, with the mouse and without JavaScript.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class CatalogInBrowserTest {

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).isEmpty();
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "catalog-" + name + ".png")));
        }
    }

    @Test
    void aPetIsOrderedFedAndLetGo(Stage stage) {
        Page page = stage.signIn("developer");
        page.locator("nav.nav a:has-text('Catalog')").click();
        Locator pet = page.locator("a.catalog__title:text-is('Virtual pet')");
        assertThat(pet).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        look(page, "list");
        pet.click();
        page.locator(".head__actions details.deploy summary").click();
        page.locator(".head__actions .menu__out").click();
        page.locator("input[name=name]").fill("Bark Twain");
        page.locator("select[name=team]").selectOption("shop");
        page.locator("select[name='parameter.species']").selectOption("Fish");
        look(page, "form");
        page.locator("button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        assertThat(page.locator(".made-of__pairs").first()).containsText("https://pets.example/");

        page.locator(".head__actions a:text-is('Feed')").click();
        page.locator("select[name='parameter.meal']").selectOption("chocolate");
        page.locator("main button:text-is('Feed')").click();
        assertThat(page.locator(".notice")).containsText("feed failed", within());
        assertThat(page.locator(".facts")).containsText("ACTIVE");
        look(page, "instance");
        page.locator(".crumb a:text-is('Virtual pet')").click();
        assertThat(page.locator("table.instances")).containsText("Bark Twain");
        page.locator("table.instances details.menu summary").first().click();
        look(page, "item");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, "item-dark");
        page.locator(".menu__sheet a:visible:text-is('Delete')").click();
        look(page, "delete-dark");
        page.locator("input[name=confirm]").fill("Bark");
        page.locator("main button:text-is('Delete')").click();
        assertThat(page.locator("p.error")).containsText("Type the name Bark Twain");
        page.locator("input[name=confirm]").fill("Bark Twain");
        page.locator("main button:text-is('Delete')").click();
        assertThat(page.locator(".facts")).containsText("DELETED", within());
        page.context().close();
    }

    @Test
    void itWorksOnAPhoneWithoutJavaScript(Stage stage) {
        Page page = stage.signIn("developer", Stage.phone().setJavaScriptEnabled(false));
        page.navigate(stage.portal().page("/catalog?q=postgres"));
        page.locator("a.catalog__title").click();
        page.locator(".head__actions details.deploy summary").click();
        page.locator(".head__actions .menu__out").click();
        page.locator("input[name=name]").fill("orders");
        page.locator("select[name=team]").selectOption("payments");
        page.locator("button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator("h1")).hasText("orders");
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "catalog-phone.png")));
        }
        page.locator(".crumb a").last().click();
        assertThat(page.locator("table.instances")).containsText("orders");
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "catalog-phone-item.png")));
        }
        page.context().close();
    }
}
