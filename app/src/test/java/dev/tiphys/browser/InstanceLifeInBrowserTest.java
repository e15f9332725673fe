package dev.tiphys.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.scenario.Http;

/// What becomes of instances beside their provider's actions: adopted, extended and expired, protected and restored,
/// and given to another team.
@ExtendWith(Stage.Curtain.class)
@Timeout(240)
class InstanceLifeInBrowserTest {

    private static final String TORTOISES = "/catalog/items/pet-store/tortoise";
    private static final String MAYFLIES = "/catalog/items/pet-store/mayfly";

    // Of an end that is three days away it warns two seconds later.
    private static final String MAYFLY = """
            title: Mayfly
            description: It does not live for long.
            ttl: {preset: 5s, longest: 3d, warning: 259198s}
            grace: 1s
            """;
    private static final String TORTOISE = """
            title: Tortoise
            description: It outlives its owners.
            columns: [{value: food, title: Food}, {value: chip, title: Chip}]
            grace: 7d
            """;

    @BeforeAll
    static void publish(Stage stage) {
        for (String action : new String[]{"create", "delete"}) {
            template(stage, "mayfly", action);
            template(stage, "tortoise", action);
        }
        sheet(stage, "mayfly", MAYFLY);
        sheet(stage, "tortoise", TORTOISE);
    }

    private static void template(Stage stage, String item, String action) {
        apply(stage, "/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates", """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowTemplate",
                 "metadata": {"name": "%1$s-%2$s", "namespace": "pet-store",
                   "labels": {"tiphys.dev/item": "%1$s", "tiphys.dev/action": "%2$s",
                     "tiphys.dev/lifecycle": "published"}},
                 "spec": {"entrypoint": "main", "arguments": {"parameters": [
                     {"name": "food", "value": "leaves", "enum": ["leaves", "fruit"]}]},
                   "templates": [{"name": "main", "metadata": {"annotations": {"sandbox.tiphys.dev/duration": "1s"}},
                     "container": {"image": "alpine:3.22", "command": ["true"]}}]}}
                """.formatted(item, action));
    }

    private static void sheet(Stage stage, String item, String yaml) {
        ObjectNode map = JsonMapper.shared().createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", "item-" + item).put("namespace", "pet-store").putObject("labels")
                .put("tiphys.dev/item", item);
        map.putObject("data").put("item.yaml", yaml);
        apply(stage, "/api/v1/namespaces/pet-store/configmaps", map.toString());
    }

    // As kubectl apply does.
    private static void apply(Stage stage, String path, String manifest) {
        Http.Answer answer = Http
                .as(URI.create(stage.portal().sandbox() + "/kube/hub"), SandboxEndpoints.KUBERNETES_TOKEN)
                .post(path, manifest);
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    // In light, in dark and on a phone.
    private static void look(Page page, String name) {
        assertThat(PageLookTest.violations(page)).as(name).isEmpty();
        picture(page, name);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(PageLookTest.violations(page)).as(name + " in dark").isEmpty();
        picture(page, name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits a phone").isTrue();
        picture(page, name + "-phone");
        page.setViewportSize(1440, 900);
    }

    private static void picture(Page page, String name) {
        if (Boolean.getBoolean("catalog.pictures")) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "life-" + name + ".png")));
        }
    }

    // What moves from one colour to the next has no colour that could be looked at.
    private static Page signIn(Stage stage, String user) {
        return stage.signIn(user, Stage.wide().setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void visit(Stage stage, Page page, String item) {
        page.navigate(stage.portal().page("/catalog?q=" + item.substring(item.lastIndexOf('/') + 1)));
        Locator title = page.locator("a.catalog__title[href='" + item + "']");
        assertThat(title).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        title.click();
        page.waitForURL("**" + item);
    }

    private static void order(Stage stage, Page page, String item, String name, String keepFor) {
        visit(stage, page, item);
        page.locator(".head__actions a:has-text('Deploy')").click();
        page.locator("input[name=name]").fill(name);
        page.locator("select[name=team]").selectOption("shop");
        if (!keepFor.isEmpty()) {
            page.locator("select[name='keep-for']").selectOption(keepFor);
        }
        page.locator("main button:text-is('Order')").click();
        page.waitForURL(Pattern.compile(".*/catalog/instances/.*"));
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        assertThat(page.locator(".trail")).containsText(Pattern.compile("Done\\s*main"), within());
    }

    // In one go: the page renews itself whenever something has changed.
    private static void extend(Page page, String keepFor) {
        send(page, () -> page.locator("form:has(select[name='keep-for'])").evaluate(
                "(form, time) => { form.elements['keep-for'].value = time; form.querySelector('button').click(); }",
                keepFor));
    }

    // A live update may show what a form did before its answer is there, and the next form would be lost with the page.
    private static void send(Page page, Runnable press) {
        page.waitForResponse(answer -> answer.request().isNavigationRequest()
                && answer.request().method().equals("GET"), press);
        page.waitForLoadState();
    }

    private static Locator row(Page page, String name) {
        return page.locator("table.instances tbody tr:has(th:has-text('" + name + "'))");
    }

    @Test
    void aProviderAdoptsTheRowsThatAreGood(Stage stage) {
        Page page = signIn(stage, "provider");
        visit(stage, page, TORTOISES);
        page.locator(".head__actions a:text-is('Adopt')").click();
        page.locator("#table").fill("""
                name,owner,food,chip
                Old Ada,shop,fruit,1815
                Old Ben,shop,steak,1816
                Old Cleo,,leaves,1817
                """);
        page.locator("button:text-is('Preview')").click();
        assertThat(page.locator("#result-title")).hasText("2 of 3 can be adopted.");
        assertThat(page.locator("tr:has-text('Old Ada')")).containsText("would be adopted");
        assertThat(page.locator("tr:has-text('Old Ben') .is-bad")).containsText("food");
        look(page, "adopt-preview");
        page.locator("button:text-is('Adopt 2')").click();
        assertThat(page.locator("#result-title")).hasText("2 of 3 were adopted.");
        look(page, "adopt-result");
        page.locator("tr:has-text('Old Cleo') a").click();
        assertThat(page.locator(".facts")).containsText("ACTIVE");
        assertThat(page.locator("main")).containsText("Adopted: it existed before");
        look(page, "adopted");
        page.locator(".crumb a:text-is('Tortoise')").click();
        assertThat(row(page, "Old Ada")).containsText(Pattern.compile("ACTIVE.*fruit.*1815.*shop", Pattern.DOTALL));
        assertThat(row(page, "Old Ben")).hasCount(0);

        page.locator(".head__actions a:text-is('Adopt')").click();
        page.locator("#file").setInputFiles(new FilePayload("tortoises.csv", "text/csv",
                "\uFEFFname;owner;chip\r\nOld Dora;payments;\"1818; left ear\"\r\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("button:text-is('Preview')").click();
        assertThat(page.locator("#result-title")).hasText("1 of 1 can be adopted.");
        page.locator("button:text-is('Adopt 1')").click();
        assertThat(page.locator("#result-title")).hasText("1 of 1 were adopted.");
        page.locator(".crumb a:text-is('Tortoise')").click();
        assertThat(row(page, "Old Dora"))
                .containsText(Pattern.compile("ACTIVE.*1818; left ear.*payments", Pattern.DOTALL));
        page.context().close();
    }

    @Test
    void whatIsNotExtendedExpiresAndIsDeletedByItself(Stage stage) {
        Page page = signIn(stage, "developer");
        order(stage, page, MAYFLIES, "Day", "1d");
        assertThat(page.locator(".life")).containsText(Pattern.compile("in 2[34] h"));
        extend(page, "3d");
        assertThat(page.locator(".notice")).containsText("It ends in", within());
        assertThat(page.locator(".life")).containsText(Pattern.compile("in [23] d"));
        look(page, "soon");

        send(page, () -> page.locator("button:text-is('Protect')").click());
        assertThat(page.locator("button:text-is('Lift the protection')")).isVisible();
        extend(page, "5s");
        assertThat(page.locator(".facts")).containsText("EXPIRED", within());
        assertThat(page.locator(".notice")).containsText("protected, so it stays", within());
        look(page, "expired");
        extend(page, "1d");
        assertThat(page.locator(".facts")).containsText("ACTIVE", within());
        send(page, () -> page.locator("button:text-is('Lift the protection')").click());
        assertThat(page.locator("button:text-is('Protect')")).isVisible();
        extend(page, "5s");
        assertThat(page.locator(".facts")).containsText("DELETED", within());
        assertThat(page.locator("table.runs tbody tr").first()).containsText("delete", within());
        assertThat(page.locator("button:text-is('Extend')")).hasCount(0);
        look(page, "deleted");
        page.context().close();
    }

    @Test
    void whatIsProtectedStaysAndWhatIsDeletedCanBeRestored(Stage stage) {
        Page page = signIn(stage, "developer");
        order(stage, page, TORTOISES, "Harriet", "");
        String instance = page.url();
        send(page, () -> page.locator("button:text-is('Protect')").click());
        assertThat(page.locator(".life")).containsText("Protected: nobody can delete it.");
        page.locator(".head__actions a:text-is('Delete')").click();
        page.locator("input[name=confirm]").fill("Harriet");
        page.locator("main button:text-is('Delete')").click();
        assertThat(page.locator(".notice")).containsText("Harriet is protected. Lift the protection first.");
        look(page, "protected");

        page.navigate(instance);
        send(page, () -> page.locator("button:text-is('Lift the protection')").click());
        page.locator(".head__actions a:text-is('Delete')").click();
        assertThat(page.locator(".form")).containsText("It can be restored for 7d.");
        page.locator("input[name=confirm]").fill("Harriet");
        page.locator("main button:text-is('Delete')").click();
        assertThat(page.locator(".facts")).containsText("DELETING");
        assertThat(page.locator(".notice")).containsText("Until then it works on and can be restored.");
        look(page, "condemned");
        send(page, () -> page.locator("button:text-is('Restore')").click());
        assertThat(page.locator(".facts")).containsText("ACTIVE");
        assertThat(page.locator("button:text-is('Restore')")).hasCount(0);
        page.context().close();
    }

    @Test
    void anotherTeamTakesOverWhatItIsOffered(Stage stage) {
        Page giver = signIn(stage, "developer");
        order(stage, giver, TORTOISES, "Jonathan", "");
        String instance = giver.url();
        giver.locator("summary:text-is('Transfer …')").click();
        giver.locator("#transfer-team").selectOption("pet-store");
        giver.locator("#transfer-note").fill("He is too slow for us.");
        look(giver, "transfer");
        giver.locator("button:text-is('Offer')").click();
        assertThat(giver.locator(".life")).containsText("Offered to pet-store by Deniz Aksoy");

        Page taker = signIn(stage, "provider");
        taker.navigate(stage.portal().page("/catalog/transfers"));
        Locator offer = taker.locator("tr:has(th:has-text('Jonathan'))");
        assertThat(offer).containsText("He is too slow for us.");
        look(taker, "offered");
        offer.locator("button:has-text('Accept')").click();
        taker.waitForURL(instance);
        assertThat(taker.locator(".facts")).containsText("Owner pet-store");
        taker.context().close();

        giver.navigate(stage.portal().page("/catalog/transfers"));
        assertThat(giver.locator("tr:has(th:has-text('Jonathan'))")).containsText("Accepted");
        look(giver, "given");
        giver.navigate(instance);
        assertThat(giver.locator(".head__actions")).containsText("developer is not in team pet-store");
        assertThat(giver.locator("summary:text-is('Transfer …')")).hasCount(0);
        giver.context().close();
    }
}
