package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.scenario.Http;

/// A control plane with the mouse, with the keyboard and without JavaScript; and an item that a provider has only
/// just published.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class ControlPlaneInBrowserTest {

    private static final String PETS = "/catalog/items/pet-store/pet";

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).isEmpty();
        picture(page, name);
    }

    private static void picture(Page page, String name) {
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "plane-" + name + ".png")));
        }
    }

    private static void order(Page page, Stage stage, String item, String name) {
        page.navigate(stage.portal().page(item + "/new"));
        page.locator("input[name=name]").fill(name);
        page.locator("select[name=team]").selectOption("shop");
        page.locator("main button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
    }

    private static Locator row(Page page, String name) {
        return page.locator("table.instances tbody tr:has(th:has-text('" + name + "'))");
    }

    @Test
    void onePetIsRenamedAndThreeAreFedAtOnce(Stage stage) {
        Page page = stage.signIn("developer");
        page.navigate(stage.portal().page("/catalog"));
        assertThat(page.locator("main")).containsText("Virtual pet", within());
        for (String name : List.of("Bulk 10", "Bulk 9", "Bulk 1")) {
            order(page, stage, PETS, name);
        }
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        page.locator(".head__actions a:text-is('Rename')").click();
        page.locator("input[name='parameter.name']").fill("Bulk 11");
        page.locator("main button:text-is('Rename')").click();
        assertThat(page.locator("h1")).containsText("Bulk 11", within());

        page.navigate(stage.portal().page(PETS + "?q=bulk"));
        for (String name : List.of("Bulk 9", "Bulk 10", "Bulk 11")) {
            assertThat(row(page, name)).containsText("ACTIVE", within());
        }
        page.locator("table.instances thead a:text-is('Name')").click();
        assertThat(page.locator("table.instances thead th[aria-sort=ascending]")).hasText("Name");
        assertThat(page.locator("table.instances tbody th").allInnerTexts().stream().map(String::strip).toList())
                .containsExactly("Bulk 9", "Bulk 10", "Bulk 11");
        assertThat(page.url()).contains("q=bulk", "sort=name");
        assertThat(page.locator("#bulk button:text-is('Feed')")).isDisabled();
        page.locator("input[data-select-all]").check();
        assertThat(page.locator("[data-count]")).hasText("3 selected");
        look(page, "ticked");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, "ticked-dark");

        page.locator("#bulk button:text-is('Feed')").click();
        page.waitForURL(Pattern.compile(".*/catalog/bulk/.*"));
        page.locator("select[name='parameter.meal']").selectOption("carrot");
        look(page, "bulk-form-dark");
        page.locator("main button:text-is('Feed 3')").click();
        assertThat(page.locator(".lead")).containsText("3 done.", within());
        assertThat(page.locator("table.instances tbody .is-ok")).hasCount(3);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        look(page, "bulk-result");
        page.navigate(stage.portal().page(PETS + "?q=bulk+carrot&sort=value:meal"));
        assertThat(page.locator("table.instances tbody tr")).hasCount(3);
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator("[data-count]")).hasText("1 selected");
        page.context().close();
    }

    @Test
    void manyAreDeletedOnAPhoneWithoutJavaScript(Stage stage) {
        Page page = stage.signIn("developer", Stage.phone().setJavaScriptEnabled(false));
        order(page, stage, PETS, "Phone pet");
        page.navigate(stage.portal().page(PETS + "?q=phone"));
        page.locator("input[name=instance]").first().check();
        picture(page, "phone");
        page.locator("#bulk details.menu summary").click();
        page.locator("#bulk button[value=delete]").click();
        page.locator("input[name=confirm]").fill("2");
        page.locator("main .form button.btn--danger").click();
        assertThat(page.locator("p.error")).containsText("Type 1");
        page.locator("input[name=confirm]").fill("1");
        picture(page, "phone-delete");
        page.locator("main .form button.btn--danger").click();
        assertThat(page.locator("table.instances")).containsText("Phone pet");
        picture(page, "phone-result");
        page.context().close();
    }

    @Test
    void aDeskShowsWhatTheProviderHasToDo(Stage stage) {
        Page page = stage.signIn("provider");
        page.navigate(stage.portal().page("/catalog/desk"));
        assertThat(page.locator("h1")).hasText("Desk of pet-store");
        look(page, "desk");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, "desk-dark");
        page.locator("a:text-is('Cost by team')").click();
        assertThat(page.locator("h1")).hasText("Cost of pet-store");
        look(page, "costs-dark");
        page.setViewportSize(390, 844);
        page.navigate(stage.portal().page("/catalog/desk"));
        look(page, "desk-phone");
        page.context().close();
    }

    // As kubectl apply does.
    private static void publish(Stage stage, String action, String parameters) {
        URI hub = URI.create(stage.portal().sandbox() + "/kube/hub/apis/argoproj.io/v1alpha1");
        Http.Answer answer = Http.as(hub, SandboxEndpoints.KUBERNETES_TOKEN)
                .post("/namespaces/pet-store/workflowtemplates", """
                        {"apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowTemplate",
                         "metadata": {"name": "bowl-%1$s", "namespace": "pet-store",
                           "labels": {"tiphys.dev/item": "bowl", "tiphys.dev/action": "%1$s",
                             "tiphys.dev/lifecycle": "published"},
                           "annotations": {%3$s}},
                         "spec": {"entrypoint": "main", "arguments": {"parameters": [%2$s]},
                           "templates": [{"name": "main", "container": {"image": "alpine:3.22",
                             "command": ["true"]}}]}}
                        """.formatted(action, parameters, action.equals("create")
                        ? "\"tiphys.dev/title\": \"Goldfish bowl\", \"tiphys.dev/columns\": \"motto=Motto\""
                        : ""));
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
    }

    @Test
    void whatIsPublishedIsOrderedSecondsLaterAndHostileValuesStayData(Stage stage) {
        publish(stage, "create", "{\"name\": \"motto\", \"value\": \"Keep swimming\"}");
        publish(stage, "delete", "");
        Page page = stage.signIn("developer");
        List<String> alarms = new ArrayList<>();
        page.onDialog(dialog -> {
            alarms.add(dialog.message());
            dialog.dismiss();
        });
        page.navigate(stage.portal().page("/catalog"));
        assertThat(page.locator("main")).containsText("Goldfish bowl", within());

        String bowls = "/catalog/items/pet-store/bowl";
        page.navigate(stage.portal().page(bowls + "/new"));
        page.locator("input[name=name]").fill("<script>alert(1)</script>");
        page.locator("select[name=team]").selectOption("shop");
        page.locator("[name='parameter.motto']").fill("{{workflow.parameters.motto}}");
        page.locator("main button:text-is('Order')").click();
        assertThat(page.locator("p.error").first()).isVisible();
        assertThat(page.locator("main")).containsText("Two opening braces");
        assertThat(page.locator("input[name=name]")).hasValue("<script>alert(1)</script>");

        page.locator("input[name=name]").fill("Bowl");
        page.locator("[name='parameter.motto']").evaluate("field => field.removeAttribute('maxlength')");
        page.locator("[name='parameter.motto']").fill("x".repeat(10_240));
        page.locator("main button:text-is('Order')").click();
        assertThat(page.locator("main p.error").first()).containsText("10240 characters");
        page.locator("[name='parameter.motto']").fill("<script>alert(2)</script> \" onmouseover=alert(3)");
        page.locator("main button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        page.navigate(stage.portal().page(bowls + "?q=" + "%3Cscript%3E"));
        assertThat(page.locator("table.instances td.plane__value"))
                .containsText("<script>alert(2)</script> \" onmouseover=alert(3)");
        assertThat(alarms).isEmpty();
        look(page, "hostile");
        page.context().close();
    }
}
