package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The page of a service tells what is known of it, to who may view it.
@ScenarioTest
class SeenServicesTest {

    private static final Pattern TOKEN = Pattern.compile("tph_[A-Za-z0-9_-]{20,}");

    private final Story story;

    @Autowired
    SeenServicesTest(Story story) {
        this.story = story;
    }

    /// A service account whose group may view the catalogue and nothing else.
    private Http reader() {
        Browser admin = new Browser(URI.create("http://localhost:" + story.portal().getPort()));
        String accounts = "/settings/service-accounts";
        admin.signIn("admin", accounts);
        admin.post(accounts, "name=reader&purpose=reads&groups=catalogue-readers", accounts);
        Matcher token = TOKEN.matcher(admin.post(accounts + "/reader/tokens", "token=reads&permissions=view",
                accounts + "/reader").body());
        assertThat(token.find()).isTrue();
        return Http.as(story.portal().resolve("/api/v1"), token.group());
    }

    @Test
    void aServiceTellsWhatRunsWhoMayAndWhereElseToLook() {
        Http developer = story.developer().http();
        await().atMost(Duration.ofSeconds(30)).until(
                () -> developer.get("/services?q=checkout").good().path("total").asInt() > 0);
        developer.post("/services/checkout/versions",
                "{\"version\": \"v31\", \"revision\": \"77aa\", \"links\": {\"changes\": \"https://git.example/c\"}}")
                .good();

        JsonNode service = developer.get("/services/checkout").good();

        assertThat(service.path("owner").asString()).isEqualTo("payments");
        assertThat(service.path("environments")).hasSize(4).anySatisfy(place -> {
            assertThat(place.path("name").asString()).isEqualTo("prod-east");
            assertThat(place.path("approval").asBoolean()).isTrue();
            assertThat(place.path("approvers").toString()).contains("prod-approvers");
        });
        assertThat(service.path("versions")).anySatisfy(version -> {
            assertThat(version.path("version").asString()).isEqualTo("v31");
            assertThat(version.path("revision").asString()).isEqualTo("77aa");
        });
        assertThat(service.path("targets")).allSatisfy(target -> {
            assertThat(target.path("argoCd").asString()).contains("/argocd/applications/argocd/checkout-");
            assertThat(target.path("links").toString()).contains("https://grafana.example/d/checkout?var-cluster=");
        });
        assertThat(service.path("figures")).hasSize(2);
    }

    @Test
    void theTitleOfEveryPageSaysThatSomethingNeedsThePerson() {
        String id = story.developer().started("catalogue", "2.35.0", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        Browser approver = new Browser(URI.create("http://localhost:" + story.portal().getPort()));

        assertThat(approver.signIn("approver", "/fleet").text()).contains("<title>Needs you · Fleet</title>");
        assertThat(approver.get("/attention").body()).contains("data-needs-you=\"true\"");
        assertThat(approver.get("/promotions/" + id).body()).contains("<title>Needs you · catalogue to 2.35.0");
        story.approver().approval(id, "prod-east", "reject", "only a story");
        story.developer().ended(id);
        Browser viewer = new Browser(URI.create("http://localhost:" + story.portal().getPort()));
        assertThat(viewer.signIn("viewer", "/fleet").text()).contains("<title>Fleet</title>")
                .contains("data-needs-you=\"false\"");
    }

    @Test
    void whoMayViewOneServiceHearsOfNoOther() {
        String own = story.as("admin").started("catalogue", "2.34.0", "dev");
        String other = story.as("admin").started("metrics-server", "3.13.1", "dev");
        Http reader = reader();

        assertThat(reader.get("/promotions?size=500").good().path("items")).isNotEmpty()
                .allSatisfy(promotion -> assertThat(promotion.path("service").asString()).isEqualTo("catalogue"));
        assertThat(reader.get("/promotions/" + own).status()).isEqualTo(200);
        assertThat(reader.get("/promotions/" + other).status()).isEqualTo(404);
        assertThat(reader.get("/services/catalogue").status()).isEqualTo(200);
        assertThat(reader.get("/services/checkout").status()).isEqualTo(404);
        assertThat(reader.get("/services/catalogue/versions").status()).isEqualTo(200);
        assertThat(reader.get("/services/checkout/versions").status()).isEqualTo(404);
        assertThat(reader.get("/services").good().path("items")).singleElement()
                .satisfies(service -> assertThat(service.path("name").asString()).isEqualTo("catalogue"));
        assertThat(reader.get("/applications?size=500").good().path("items")).isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("service").asString()).isEqualTo("catalogue"));
        assertThat(reader.get("/applications?q=checkout").good().path("total").asInt()).isZero();
        assertThat(reader.get("/fleet/misfits").good().path("items").valueStream()
                .filter(one -> one.path("kind").asString().equals("APPLICATION"))).isEmpty();
        assertThat(reader.get("/clusters").good().path("total").asInt()).isPositive();
        assertThat(reader.get("/promotions/" + own + "/summary").text()).startsWith("**catalogue ");
        story.as("admin").ended(own);
        story.as("admin").ended(other);
    }
}
