package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Ordering from a provider, and operating what one owns.
@ScenarioTest
class CatalogScenariosTest {

    private static final String PETS = "/catalog/items/pet-store/pet";

    private final Story story;

    @Autowired
    CatalogScenariosTest(Story story) {
        this.story = story;
    }

    private Http developer() {
        return story.developer().http();
    }

    private Http.Answer order(String item, String name, Map<String, String> values, String... headers) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("name", name).put("team", "shop");
        values.forEach(body.putObject("values")::put);
        return developer().post(item + "/orders", body.toString(), headers);
    }

    private Http.Answer act(String id, String action, String field, String value) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (field.equals("confirm")) {
            body.put(field, value);
        } else {
            body.putObject("values").put(field, value);
        }
        return developer().post("/catalog/instances/" + id + "/actions/" + action, body.toString());
    }

    private void offered(String item) {
        await().atMost(Duration.ofSeconds(60)).until(() -> developer().get(item).status() == 200);
    }

    private JsonNode until(String id, Predicate<JsonNode> condition) {
        return await("instance " + id).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> developer().get("/catalog/instances/" + id).good(), condition);
    }

    private static boolean is(JsonNode instance, String status) {
        return instance.path("status").asString().equals(status);
    }

    @Test
    void aPetIsOrderedFedRenamedAndLetGo() {
        offered(PETS);
        String id = order(PETS, "Purrlock Holmes", Map.of("species", "Cat"), "Idempotency-Key", "purrlock").good()
                .path("id").asString();
        assertThat(order(PETS, "Purrlock Holmes", Map.of("species", "Cat"), "Idempotency-Key", "purrlock").good()
                .path("id").asString()).isEqualTo(id);
        JsonNode active = until(id, pet -> is(pet, "ACTIVE"));
        assertThat(active.path("outputs").path("species").asString()).isEqualTo("Cat");
        assertThat(active.path("outputs").path("home").asString()).isEqualTo("https://pets.example/" + id);

        act(id, "feed", "meal", "chocolate").good();
        JsonNode spat = until(id, pet -> pet.path("lastReason").asString().contains("chocolate"));
        assertThat(is(spat, "ACTIVE")).isTrue();
        assertThat(spat.path("lastReason").asString()).contains("The step eat", "pet-store", "other values may");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        assertThat(visitor.get("/catalog/instances/" + id).body()).contains("feed failed", "Retry");
        assertThat(visitor.fill("/catalog/instances/" + id, "/catalog/instances/" + id + "/retry", Map.of())
                .statusCode()).isEqualTo(303);
        until(id, pet -> is(pet, "ACTIVE") && pet.path("lastPhase").asString().equals("FAILED"));

        act(id, "feed", "meal", "salmon").good();
        until(id, pet -> pet.path("outputs").path("meal").asString("").equals("salmon"));
        act(id, "rename", "name", "Purrlock <b>Holmes</b>").good();
        until(id, pet -> pet.path("outputs").has("name") && is(pet, "ACTIVE"));
        act(id, "rename", "name", "Dr. Catson").good();
        until(id, pet -> pet.path("name").asString().equals("Dr. Catson") && is(pet, "ACTIVE"));

        assertThat(act(id, "delete", "confirm", "Purrlock Holmes").status()).isEqualTo(422);
        act(id, "delete", "confirm", "Dr. Catson").good();
        until(id, pet -> is(pet, "DELETED"));
        assertThat(developer().get("/catalog/instances/" + id + "/runs").good()).hasSize(7);
        assertThat(story.as("admin").audit(id)).hasSizeGreaterThan(10);
    }

    @Test
    void aDatabaseThatDoesNotFitIsCleanedUp() {
        offered("/catalog/items/databases/postgres-database");
        String id = order("/catalog/items/databases/postgres-database", "ledger", Map.of("size", "large")).good()
                .path("id").asString();
        JsonNode failed = until(id, database -> is(database, "FAILED")
                && database.path("reason").asString().contains("quota"));
        assertThat(failed.path("reason").asString()).contains("provision", "databases", "other values may");
        assertThat(act(id, "update", "size", "small").status()).isEqualTo(409);

        act(id, "delete", "confirm", "ledger").good();
        until(id, database -> is(database, "DELETED"));
    }

    @Test
    void whatIsWrongStandsAtTheFieldsAndNothingIsLost() {
        offered(PETS);
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        var answer = visitor.fill(PETS + "/new", PETS + "/orders", Map.of("name", "Sir <i>Hops</i>", "team", "shop",
                "parameter.species", "{{workflow.name}}"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("A name has 1 to 63", "Two opening braces", "Sir &lt;i&gt;Hops")
                .doesNotContain("<i>Hops");
        assertThat(order(PETS, "Ok", Map.of("species", "Dog", "image", "evil")).status()).isEqualTo(422);
    }

    @Test
    void strangersSeeAndDoNothingAndForeignLabelsPublishNothing() {
        offered(PETS);
        String id = order(PETS, "Private", Map.of()).good().path("id").asString();
        assertThat(story.as("viewer").http().get("/catalog/instances/" + id).status()).isEqualTo(404);
        assertThat(story.as("viewer").http().post("/catalog/instances/" + id + "/actions/delete", "{}").status())
                .isEqualTo(403);
        assertThat(story.as("viewer").http().post(PETS + "/orders", "{}").status()).isEqualTo(403);
        assertThat(story.as("provider").http().get("/catalog/instances/" + id).status()).isEqualTo(200);

        assertThat(developer().get("/catalog/items").text()).contains("postgres-database").doesNotContain("aquarium",
                "free-money");
        assertThat(story.as("provider").http().get("/catalog/items").text()).contains("aquarium");
        assertThat(story.as("provider").http().get("/catalog/refused").text()).contains("crypto-miner", "shop-jobs",
                "belongs to no provider");
        assertThat(developer().get("/catalog/refused").status()).isEqualTo(403);
    }
}
