package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A provider publishes an item with a form of its own; a developer fills it in, looks it over, and orders.
@ScenarioTest
class OfferScenariosTest {

    private static final String LODGE = "/catalog/items/pet-store/lodge";
    private static final String PASSWORD = "s3cr3t-of-the-lodge";
    private static final String SHEET = """
            title: Lodge
            description: A lodge for pets.
            kind: Housing
            cloud: any
            support: {channel: "#ask-lodges", hours: Mon–Fri 9–17}
            sla: 99.5 % a month
            price: {amount: 4.50, currency: EUR, market: 6, by: {field: size, amounts: {small: 4.5, large: 120}}}
            documentation: |
              # How to live there
              Feed them **daily**. <script>alert(1)</script> [site](javascript:alert(1))
            presets: [{name: Huge, values: {size: large}}]
            approval: {price-above: 100}
            forms:
              create:
                schema:
                  type: object
                  properties:
                    size: {type: string, title: Size, enum: [small, large]}
                    heated: {type: boolean, title: Heated}
                    degrees: {type: integer, title: Degrees, minimum: 10, maximum: 30}
                    password: {type: string, title: Password, minLength: 12, x-secret: true}
                    place: {title: Place, x-options: {environments: true}}
                  required: [size, password]
                  if: {properties: {heated: {const: true}}, required: [heated]}
                  then: {required: [degrees]}
                sections: [{title: Building, fields: [size, heated, degrees]}]
            """;

    private final Story story;
    private final Environment environment;
    private final JdbcClient database;
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    OfferScenariosTest(Story story, Environment environment, JdbcClient database) {
        this.story = story;
        this.environment = environment;
        this.database = database;
    }

    private HttpResponse<String> kubernetes(String method, String path, String body) {
        URI address = URI.create(environment.getRequiredProperty("tiphys.kubernetes.url") + path);
        try {
            return http.send(HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + environment.getRequiredProperty("tiphys.kubernetes.token"))
                    .header("Content-Type",
                            method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void template(String item, String action, String parameters, String script) {
        String body = """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowTemplate",
                 "metadata": {"name": "%1$s-%2$s", "namespace": "pet-store",
                   "labels": {"tiphys.dev/item": "%1$s", "tiphys.dev/action": "%2$s", "tiphys.dev/lifecycle": "published"}},
                 "spec": {"entrypoint": "main", "arguments": {"parameters": [%3$s]},
                   "templates": [{"name": "main", "metadata": {"annotations": {"sandbox.tiphys.dev/duration": "1s"}},
                     "script": {"image": "alpine:3.22", "command": ["sh"], "source": "%4$s"}}]}}"""
                .formatted(item, action, parameters, script);
        assertThat(kubernetes("POST", "/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates", body)
                .statusCode()).isIn(201, 409);
    }

    private void sheet(String item, String yaml) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata",
                Map.of("name", "item-" + item, "namespace", "pet-store", "labels", Map.of("tiphys.dev/item", item)),
                "data",
                Map.of("item.yaml", yaml)));
        assertThat(kubernetes("POST", "/api/v1/namespaces/pet-store/configmaps", body).statusCode()).isIn(201, 409);
    }

    private void offerTheLodge() {
        sheet("lodge", SHEET);
        template("lodge", "delete", "{\"name\": \"instance-name\"}", "true");
        template("lodge", "create", """
                {"name": "instance-name"}, {"name": "size", "enum": ["small", "large"], "value": "small"},
                {"name": "heated", "value": ""}, {"name": "degrees", "value": "20"}, {"name": "password"},
                {"name": "place", "value": ""}""", "true");
        await().atMost(Duration.ofSeconds(60)).until(() -> story.developer().http().get(LODGE).status() == 200);
    }

    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = Pattern.compile("<input type=\"hidden\" name=\"([^\"_]+)\" value=\"([^\"]*)\"").matcher(page);
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        return fields;
    }

    @Test
    void aSecretIsKeptByTheProviderAndNeverByThePortal() {
        offerTheLodge();
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        String form = visitor.get(LODGE + "/new?preset=Huge").body();
        assertThat(form).contains("<legend>Building</legend>", "value=\"large\" selected", "type=\"password\"")
                .contains("prod-east").doesNotContain("parameter.degrees");
        assertThat(visitor.fill(LODGE + "/new", LODGE + "/new", Map.of("parameter.heated", "true", "name", "Kept"))
                .body()).contains("parameter.degrees", "value=\"Kept\"");

        Map<String, String> order = Map.of("name", "Bear Cave", "team", "shop", "parameter.size", "large",
                "parameter.heated", "true", "parameter.degrees", "50", "parameter.password", PASSWORD,
                "parameter.place",
                "moon");
        var refused = visitor.fill(LODGE + "/new", LODGE + "/review", order);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("This has to be 30 or less.", "value=\"Bear Cave\"")
                .doesNotContain(PASSWORD);
        Map<String, String> right = new LinkedHashMap<>(order);
        right.put("parameter.degrees", "25");
        assertThat(visitor.fill(LODGE + "/new", LODGE + "/review", right).body()).contains("not among the options");
        right.put("parameter.place", "stage");
        var review = visitor.fill(LODGE + "/new", LODGE + "/review", right);
        assertThat(review.statusCode()).isEqualTo(200);
        assertThat(review.body())
                .contains("120.00 EUR a month", "elsewhere 6.00 EUR", "It waits for an approval.", "more than 100",
                        "Argo would accept it", "name: lodge-create-",
                        "WorkflowTemplateRef(name=&quot;lodge-create&quot;)")
                .doesNotContain(PASSWORD);

        Map<String, String> ready = hidden(review.body());
        String secret = ready.get("parameter.password");
        assertThat(secret).startsWith("tiphys-input-");
        var ordered = visitor.fill(LODGE + "/new", LODGE + "/orders", ready);
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(303);
        JsonNode kept = JsonMapper.shared().readTree(
                kubernetes("GET", "/api/v1/namespaces/pet-store/secrets/" + secret, "").body());
        assertThat(new String(Base64.getDecoder().decode(kept.path("data").path("value").asString()),
                StandardCharsets.UTF_8)).isEqualTo(PASSWORD);
        List<String> tables = database
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query((row, number) -> row.getString(1)).list();
        for (String table : tables) {
            assertThat(database.sql("select count(*) from \"" + table + "\" t where t::text like ?")
                    .param("%" + PASSWORD + "%").query(Long.class).single()).as(table).isZero();
        }
        assertThat(story.developer().http().post(LODGE + "/orders", """
                {"name": "Thief", "team": "shop", "values": {"size": "small", "password": "%s"}}""".formatted(secret))
                .status()).isEqualTo(422);
        assertThat(story.developer().http()
                .post(LODGE + "/orders",
                        """
                {"name": "Owl Tree", "team": "shop", "values": {"size": "small", "password": "%s"}}"""
                                .formatted(PASSWORD))
                .good().path("inputs").path("password").asString()).startsWith("tiphys-input-");
    }

    @Test
    void aSecretThatNobodyOrderedWithIsTakenAway() {
        offerTheLodge();
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        Map<String, String> wish = Map.of("name", "Changed Mind", "team", "shop", "parameter.size", "small",
                "parameter.password", "never-ordered-with");
        String unused = hidden(visitor.fill(LODGE + "/new", LODGE + "/review", wish).body()).get("parameter.password");
        String used = hidden(visitor.fill(LODGE + "/new", LODGE + "/review", wish).body()).get("parameter.password");
        assertThat(visitor.fill(LODGE + "/new", LODGE + "/orders", Map.of("name", "Kept Mind", "team", "shop",
                "parameter.size", "small", "parameter.password", String.valueOf(used))).statusCode()).isEqualTo(303);

        database.sql("update catalog_secret_input set created_at = created_at - interval '7 hours'").update();
        database.sql("update scheduled_tasks set execution_time = now() where task_name = 'sweep-secret-inputs'")
                .update();
        String secrets = "/api/v1/namespaces/pet-store/secrets/";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> kubernetes("GET", secrets + unused, "").statusCode() == 404);
        assertThat(kubernetes("GET", secrets + used, "").statusCode()).isEqualTo(200);
    }

    @Test
    void theCatalogTellsWhatThereIsAndHidesWhatIsHostile() {
        offerTheLodge();
        sheet("vet", "title: Vet\nkind: Care\nlink: https://vet.example.com/book\nlifecycle: published\n");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        await().atMost(Duration.ofSeconds(60)).until(() -> visitor.get("/catalog").body().contains(">Vet<"));
        assertThat(visitor.get("/catalog?kind=Housing").body())
                .contains("Lodge", "from 4.50 EUR a month", "#ask-lodges",
                        "preset=Huge", "Other …")
                .doesNotContain(">Vet<");
        assertThat(visitor.get("/catalog?kind=Care").body()).contains("https://vet.example.com/book", "Order there");
        assertThat(visitor.get(LODGE + "/about").body()).contains("<strong>daily</strong>", "99.5 % a month",
                "120.00 EUR a month", "&lt;script&gt;").doesNotContain("<script>alert", "javascript:alert");
        assertThat(visitor.get("/catalog/items/pet-store/vet/about").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/catalog/items/pet-store/vet/new").statusCode()).isEqualTo(409);
        assertThat(story.developer().http().get("/catalog/items?kind=Housing").good().path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void theCheckTellsAProviderWhatIsWrongBeforeDevelopersSeeIt() {
        template("hostile", "create", "{\"name\": \"note\"}", "echo {{workflow.parameters.note}}");
        template("hostile", "delete", "", "true");
        Http provider = story.as("provider").http();
        assertThat(provider.get("/catalog/providers/pet-store/check").good().path("items").toString())
                .contains("hostile-create, template main", "can become a command");
        assertThat(story.developer().http().get("/catalog/providers/pet-store/check").status()).isEqualTo(403);
        Visitor visitor = Visitor.signedIn("provider", story.portal());
        assertThat(visitor.get("/catalog/providers/pet-store/check").body()).contains("environment variable");
    }

    @Test
    void aProviderWithOnlyAScriptGetsTemplatesThatRun() {
        Visitor visitor = Visitor.signedIn("provider", story.portal());
        String page = "/catalog/providers/pet-store/new-item";
        Map<String, String> wish = Map.of("kind", "script", "item", "burrow", "title", "Burrow", "image", "alpine:3.22",
                "parameters", "depth: shallow, deep\nname-of-rabbit", "outputs", "place", "create",
                "echo \"$DEPTH $NAME_OF_RABBIT\" > /tmp/place", "delete", "echo gone");
        assertThat(visitor.fill(page, page, Map.of("kind", "script", "create", "{{x}}")).statusCode()).isEqualTo(422);
        var written = visitor.fill(page, page, wish);
        assertThat(written.body()).contains("name: burrow-create", "The check finds nothing");
        assertThat(visitor.fill(page, page + "/file", wish).body()).contains("name: burrow-delete");
        Map<String, String> apply = new LinkedHashMap<>(wish);
        apply.put("apply", "true");
        assertThat(visitor.fill(page, page, apply).statusCode()).isEqualTo(303);
        assertThat(visitor.fill(page, page, apply).body()).contains("There is a template burrow-create already");
        String burrow = "/catalog/items/pet-store/burrow";
        await().atMost(Duration.ofSeconds(60)).until(() -> story.as("provider").http().get(burrow).status() == 200);
        assertThat(story.developer().http().get(burrow).status()).isEqualTo(404);
        assertThat(visitor.get("/catalog/providers/pet-store/check").body()).doesNotContain("burrow");

        assertThat(kubernetes("PATCH",
                "/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates/burrow-create",
                "{\"metadata\": {\"labels\": {\"tiphys.dev/lifecycle\": \"published\"}}}").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> story.developer().http().get(burrow).status() == 200);
        String id = story.developer().http()
                .post(burrow + "/orders",
                        """
                {"name": "Watership", "team": "shop", "values": {"depth": "deep", "name-of-rabbit": "Hazel; rm -rf /"}}""")
                .good().path("id").asString();
        await().atMost(Duration.ofSeconds(60)).until(() -> story.developer().http().get("/catalog/instances/" + id)
                .good().path("status").asString(), "ACTIVE"::equals);
    }
}
