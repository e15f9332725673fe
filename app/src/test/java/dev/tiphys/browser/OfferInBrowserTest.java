package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.SandboxEndpoints;

/// Finding something in the catalog and ordering it by a form that changes, with the mouse and without JavaScript.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class OfferInBrowserTest {

    private static final String SHEET = """
            title: Kennel
            description: A house for a dog, with heating where you want it.
            kind: Housing
            cloud: any
            owner: Kennel team
            support: {channel: "#ask-kennels", contact: kennels@example.com, hours: Mon–Fri 9–17}
            sla: 99.5 % a month
            price: {amount: 4.50, currency: EUR, market: 6, by: {field: size, amounts: {small: 4.5, large: 120}}}
            documentation: |
              # How to live there
              Feed them **daily**, and see `kennel(1)`.

              | size | dogs |
              | ---- | ---- |
              | small | 1 |
              | large | 12 |
            presets: [{name: Small, values: {size: small}}, {name: Large, values: {size: large}}]
            approval: {price-above: 100}
            forms:
              create:
                schema:
                  type: object
                  properties:
                    size: {type: string, title: Size, enum: [small, large]}
                    heated: {type: boolean, title: Heated, description: It costs nothing more.}
                    degrees: {type: integer, title: Degrees, minimum: 10, maximum: 30}
                    dogs: {type: array, title: Dogs, items: {type: string, minLength: 2}}
                    password: {type: string, title: Password of the door, minLength: 8, x-secret: true}
                  required: [size]
                  if: {properties: {heated: {const: true}}, required: [heated]}
                  then: {required: [degrees]}
                sections: [{title: Building, fields: [size, heated, degrees]}, {title: Who lives there, fields: [dogs]}]
            """;

    private static void create(Stage stage, String path, Object object) throws Exception {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create(new SandboxEndpoints(stage.portal().sandbox()).kubeUrl("hub") + path))
                .header("Authorization", "Bearer " + SandboxEndpoints.KUBERNETES_TOKEN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(object))).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isIn(201, 409);
        }
    }

    private static void offer(Stage stage) throws Exception {
        create(stage, "/api/v1/namespaces/pet-store/configmaps",
                Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata",
                        Map.of("name", "item-kennel", "namespace", "pet-store", "labels",
                                Map.of("tiphys.dev/item", "kennel")),
                        "data", Map.of("item.yaml", SHEET)));
        template(stage, "delete", List.of(Map.of("name", "instance-name")));
        template(stage, "create", List.of(Map.of("name", "instance-name"), Map.of("name", "size", "value", "small"),
                Map.of("name", "heated", "value", ""), Map.of("name", "degrees", "value", "20"),
                Map.of("name", "dogs", "value", ""), Map.of("name", "password", "value", "")));
    }

    private static void template(Stage stage, String action, List<Map<String, String>> parameters) throws Exception {
        create(stage, "/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates",
                Map.of("apiVersion", "argoproj.io/v1alpha1", "kind", "WorkflowTemplate", "metadata",
                        Map.of("name", "kennel-" + action, "namespace", "pet-store", "labels",
                                Map.of("tiphys.dev/item", "kennel", "tiphys.dev/action", action, "tiphys.dev/lifecycle",
                                        "published")),
                        "spec",
                        Map.of("entrypoint", "main", "arguments", Map.of("parameters", parameters), "templates",
                                List.of(Map.of("name", "main", "container",
                                        Map.of("image", "alpine:3.22", "command", List.of("true")))))));
    }

    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).isEmpty();
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "offer-" + name + ".png")));
        }
    }

    @Test
    void aFormShowsWhatTheChoicesAskForAndIsLookedOverBeforeTheOrder(Stage stage) throws Exception {
        offer(stage);
        Page page = stage.signIn("developer");
        page.navigate(stage.portal().page("/catalog"));
        Locator kennel = page.locator("tr:has(a.catalog__title:text-is('Kennel'))");
        assertThat(kennel).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        page.reload();
        look(page, "list");
        page.locator("select[name=kind]").selectOption("Housing");
        assertThat(page.locator("a.catalog__title:text-is('Virtual pet')")).hasCount(0);
        kennel.locator("a:has-text('About')").click();
        assertThat(page.locator(".prose strong")).hasText("daily");
        look(page, "about");
        page.locator(".deploy summary").click();
        page.locator(".deploy a:text-is('Large')").click();

        assertThat(page.locator("select[name='parameter.size']")).hasValue("large");
        assertThat(page.locator("[name='parameter.degrees']")).hasCount(0);
        page.locator("[name='parameter.password']").fill("open sesame");
        page.locator("select[name='parameter.heated']").selectOption("true");
        assertThat(page.locator("[name='parameter.degrees']")).hasValue("20");
        assertThat(page.locator("[name='parameter.password']")).hasValue("open sesame");
        page.locator("[name='parameter.degrees']").fill("50");
        page.locator("[name='parameter.dogs']").fill("Rex\nA");
        page.locator("input[name=name]").fill("Villa");
        page.locator("select[name=team]").selectOption("shop");
        page.locator("button:text-is('Review')").click();
        assertThat(page.locator("p.error").first()).hasText("This has to be 30 or less.");
        assertThat(page.locator("p.error").nth(1)).hasText("The item A: This has to have 2 characters or more.");
        look(page, "form");
        page.locator("[name='parameter.degrees']").fill("25");
        page.locator("[name='parameter.dogs']").fill("Rex\nAda");
        page.locator("[name='parameter.password']").fill("open sesame");
        page.locator("button:text-is('Review')").click();
        assertThat(page.locator(".notice")).containsText("It waits for an approval.");
        assertThat(page.locator("#manifest")).containsText("kennel-create");
        look(page, "review");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        look(page, "review-dark");
        page.locator("button:text-is('Change')").click();
        assertThat(page.locator("[name='parameter.degrees']")).hasValue("25");
        look(page, "form-dark");
        page.locator("select[name='parameter.size']").selectOption("small");
        page.locator("button:text-is('Review')").click();
        page.locator("button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator("h1")).hasText("Villa");
        page.context().close();
    }

    @Test
    void theFormChangesWithoutJavaScriptToo(Stage stage) throws Exception {
        offer(stage);
        Page page = stage.signIn("developer", Stage.phone().setJavaScriptEnabled(false));
        Locator kennel = page.locator("a.catalog__title:text-is('Kennel')");
        for (int turn = 0; turn < 60 && kennel.count() == 0; turn++) {
            page.navigate(stage.portal().page("/catalog?kind=Housing"));
        }
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "offer-phone-list.png")));
        }
        page.navigate(stage.portal().page("/catalog/items/pet-store/kennel/new"));
        page.locator("select[name='parameter.heated']").selectOption("true");
        assertThat(page.locator("[name='parameter.degrees']")).hasCount(0);
        page.locator("button:has-text('Show the fields')").click();
        assertThat(page.locator("[name='parameter.degrees']")).hasValue("20");
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "offer-phone-form.png")));
        }
        page.context().close();
    }

    @Test
    void aProviderMakesAnItemOfAScriptAndIsToldWhatIsWrong(Stage stage) throws Exception {
        offer(stage);
        Page page = stage.signIn("provider");
        page.navigate(stage.portal().page("/catalog/providers/pet-store/new-item?kind=job"));
        look(page, "new-job");
        page.locator("a:text-is('From a script')").click();
        page.locator("[name=item]").fill("Stable!");
        page.locator("button:text-is('Write the templates')").click();
        assertThat(page.locator("p.error").first()).isVisible();
        page.locator("[name=item]").fill("stable");
        page.locator("[name=title]").fill("Stable");
        page.locator("[name=image]").fill("alpine:3.22");
        page.locator("[name=parameters]").fill("horses: one, two");
        page.locator("[name=outputs]").fill("place");
        page.locator("[name=create]").fill("echo \"$HORSES\" > /tmp/place");
        page.locator("[name=delete]").fill("echo gone");
        page.locator("button:text-is('Write the templates')").click();
        assertThat(page.locator("#written")).containsText("stable-create");
        look(page, "new-script");
        page.navigate(stage.portal().page("/catalog/providers/pet-store/check"));
        look(page, "check");
        page.context().close();
    }
}
