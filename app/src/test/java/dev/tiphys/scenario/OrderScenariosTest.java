package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What may stand between an order and its workflow: people, lines, rights, and a provider who changes its mind.
@ScenarioTest
class OrderScenariosTest {

    private static final Pattern MARK = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final String TEMPLATES = "/api/v1/workflow-templates/pet-store";

    private final Story story;

    @Autowired
    OrderScenariosTest(Story story) {
        this.story = story;
    }

    private Http argo() {
        return story.fleet().workflowsAs("admin");
    }

    private static String template(String item, String action, String sheet, String parameters) {
        ObjectNode template = JsonMapper.shared().createObjectNode();
        ObjectNode meta = template.putObject("metadata").put("name", item + "-" + action).put("namespace", "pet-store");
        meta.putObject("labels").put("tiphys.dev/item", item).put("tiphys.dev/action", action)
                .put("tiphys.dev/lifecycle", "published");
        if (action.equals("create")) {
            meta.putObject("annotations").put("tiphys.dev/item-definition", sheet);
        }
        ObjectNode spec = template.putObject("spec").put("entrypoint", "main");
        spec.putObject("arguments").set("parameters", JsonMapper.shared().readTree("[" + parameters + "]"));
        ObjectNode main = spec.putArray("templates").addObject().put("name", "main");
        main.putObject("metadata").putObject("annotations").put("sandbox.tiphys.dev/duration", "4s");
        main.putObject("container").put("image", "alpine:3.22").putArray("command").add("true");
        return JsonMapper.shared().createObjectNode().set("template", template).toString();
    }

    private void offer(String item, String sheet, String parameters) {
        argo().post(TEMPLATES, template(item, "create", sheet, parameters)).good();
        argo().post(TEMPLATES, template(item, "update", sheet, "{\"name\": \"size\"}")).good();
        argo().post(TEMPLATES, template(item, "delete", sheet, "")).good();
        await(item).atMost(Duration.ofSeconds(60)).until(() -> developer().get(path(item)).status() == 200);
    }

    private void change(String item, String sheet, String parameters) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(template(item, "create", sheet, parameters));
        String version = argo().get(TEMPLATES + "/" + item + "-create").good().path("metadata").path("resourceVersion")
                .asString();
        ((ObjectNode) body.path("template").path("metadata")).put("resourceVersion", version);
        argo().put(TEMPLATES + "/" + item + "-create", body.toString()).good();
    }

    private static String path(String item) {
        return "/catalog/items/pet-store/" + item;
    }

    private Http developer() {
        return story.developer().http();
    }

    private String ordered(String item, String name) {
        return developer().post(path(item) + "/orders", "{\"name\": \"" + name + "\", \"team\": \"shop\"}").good()
                .path("id").asString();
    }

    private JsonNode until(String id, Predicate<JsonNode> condition) {
        return await("instance " + id).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> developer().get("/catalog/instances/" + id).good(), condition);
    }

    private JsonNode until(String id, String status) {
        return until(id, seen -> seen.path("status").asString().equals(status));
    }

    private JsonNode standing(String id, String kind) {
        return await(kind).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> developer().get("/catalog/instances/" + id + "/standing"), answer -> answer.status() == 200
                        && answer.json().path("kind").asString().equals(kind))
                .json();
    }

    @Test
    void aDearOrderWaitsForAnApproverWhoSeesExactlyWhatIsMade() {
        offer("whale", "price: {amount: 400, currency: EUR}\napproval: {price-above: 100}",
                "{\"name\": \"size\", \"value\": \"1\"}");
        String id = ordered("whale", "Moby");
        JsonNode standing = standing(id, "APPROVAL");
        assertThat(standing.path("sentence").asString()).contains("It costs 400 EUR a month, more than 100.",
                "pet-store-providers");
        Visitor provider = Visitor.signedIn("provider", story.portal());
        assertThat(provider.get(standing.path("approval").asString()).body()).contains("New whale Moby for shop",
                "whale-create @", "400 EUR a month", "exactly this begins");
        assertThat(provider.get("/catalog/instances/" + id + "/exact").body()).contains("whale-create",
                "workflowTemplateRef");
        String request = standing.path("approval").asString().substring("/approvals/".length());
        assertThat(story.as("provider").http().post("/approvals/" + request + "/decision",
                "{\"decision\": \"approve\"}").status()).isEqualTo(200);
        until(id, "ACTIVE");

        String second = ordered("whale", "Dory");
        change("whale", "price: {amount: 900, currency: EUR}\napproval: {price-above: 100}",
                "{\"name\": \"size\", \"value\": \"1\"}");
        JsonNode ended = until(second, "DELETED");
        assertThat(ended.path("reason").asString()).contains("has changed whale", "Nothing was begun");
        assertThat(ordered("whale", "Dory")).isNotEqualTo(second);
    }

    @Test
    void withoutRightsInTheNamespaceItSaysWhichAndWithoutAnAnswerItWaits() {
        offer("newt", "title: Newt", "{\"name\": \"size\", \"value\": \"1\"}");
        String id;
        try (FleetLevers.Fault fault = story.fleet()
                .fault("""
                {"kind": "answer", "path": "/workflows/api/v1/workflows/pet-store", "method": "POST", "status": 403}""")) {
            assertThat(fault).isNotNull();
            id = ordered("newt", "Isaac");
            assertThat(standing(id, "RIGHTS").path("manifest").asString()).contains("kind: RoleBinding",
                    "namespace: pet-store", "workflowtemplates");
            assertThat(Visitor.signedIn("developer", story.portal()).get("/catalog/instances/" + id).body())
                    .contains("may not create workflows", "kind: Role");
        }
        try (FleetLevers.Fault fault = story.fleet()
                .fault("""
                {"kind": "answer", "path": "/workflows/api/v1/workflows/pet-store", "method": "POST", "status": 503}""")) {
            assertThat(fault).isNotNull();
            assertThat(standing(ordered("newt", "Newton"), "AWAY").path("sentence").asString())
                    .contains("tried again");
        }
        until(id, "ACTIVE");
        assertThat(developer().get("/catalog/instances/" + id + "/standing").status()).isEqualTo(204);
        assertThat(developer().get("/catalog/providers/pet-store/rights").good().path("manifest").asString())
                .contains("tiphys-catalog");
        assertThat(Visitor.signedIn("developer", story.portal()).get("/catalog/providers/pet-store/rights").body())
                .contains("RoleBinding");
    }

    @Test
    void aFormThatTheProviderChangedComesBackWithWhatWasFilledIn() {
        offer("crab", "title: Crab", "{\"name\": \"size\", \"value\": \"1\"}");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        String mark = mark(visitor.get("/catalog/items/pet-store/crab/new").body());
        change("crab", "title: Crab",
                "{\"name\": \"claws\", \"enum\": [\"two\"]}, {\"name\": \"size\", \"value\": \"1\"}");
        await("the change").atMost(Duration.ofSeconds(60))
                .until(() -> developer().get(path("crab")).text().contains("claws"));
        Map<String, String> filled = Map.of("name", "Sebastian <b>", "team", "shop", "parameter.size", "7", "form",
                mark);
        HttpResponse<String> changed = send(visitor, filled);
        assertThat(changed.statusCode()).isEqualTo(409);
        assertThat(changed.body()).contains("has changed this form", "Sebastian &lt;b&gt;", "value=\"7\"", "claws");

        argo().delete(TEMPLATES + "/crab-create");
        await("the end").atMost(Duration.ofSeconds(60)).until(() -> developer().get(path("crab")).status() == 404);
        HttpResponse<String> lost = send(visitor, filled);
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.body()).contains("has taken this form away", "Sebastian &lt;b&gt;", "value=\"7\"", "Try again");
    }

    private static HttpResponse<String> send(Visitor visitor, Map<String, String> filled) {
        return visitor.fill("/catalog/items/pet-store/pet/new", "/catalog/items/pet-store/crab/orders", filled);
    }

    private static String mark(String page) {
        Matcher mark = MARK.matcher(page);
        assertThat(mark.find()).as(page).isTrue();
        return mark.group(1);
    }

    @Test
    void aFileOfOrdersIsAppliedAsOftenAsOneLikesAndAPausedProviderKeepsThem() {
        offer("snail", "concurrency: 1", "{\"name\": \"size\", \"value\": \"1\"}");
        String file = "kind: Order\nitem: pet-store/snail\nteam: shop\nname: Gary\ninputs: {size: 2}\n";
        JsonNode first = developer().post("/catalog/orders", file).good().path("orders").path(0);
        String id = first.path("instance").path("id").asString();
        assertThat(first.path("result").asString()).isEqualTo("ordered");
        assertThat(developer().post("/catalog/orders", file).good().path("orders").path(0).path("result").asString())
                .isEqualTo("unchanged");
        until(id, "ACTIVE");
        assertThat(developer().post("/catalog/orders", file.replace("2", "3")).good().path("orders").path(0)
                .path("result").asString()).isEqualTo("updated");
        until(id, "ACTIVE");
        assertThat(developer().post("/catalog/orders", "kind: Odor").status()).isEqualTo(422);
        assertThat(story.as("viewer").http().post("/catalog/orders", file).status()).isEqualTo(403);

        assertThat(developer().post(path("snail") + "/pause", "{\"message\": \"Holidays\"}").status()).isEqualTo(403);
        story.as("provider").http().post(path("snail") + "/pause", "{\"message\": \"Back on <Monday>\"}").good();
        String waits = ordered("snail", "Turbo");
        assertThat(standing(waits, "PAUSE").path("sentence").asString()).contains("Back on <Monday>", "1 of 1");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        assertThat(visitor.get("/catalog/items/pet-store/snail").body()).contains("Orders are paused.",
                "Back on &lt;Monday&gt;");
        assertThat(visitor.get("/catalog/instances/" + waits).body()).contains("keeps its place", "Withdraw");
        story.as("provider").http().post(path("snail") + "/resumption", "{}").good();
        until(waits, "ACTIVE");
    }
}
