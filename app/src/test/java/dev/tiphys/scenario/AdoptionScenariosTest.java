package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tiphys.promotion.compile.HeraEnvironment;

/// The program of a plan, run by hand with Hera as its users have it, becomes the promotion that was planned,
/// or nothing.
@ScenarioTest
class AdoptionScenariosTest {

    private final Story story;
    @TempDir
    private Path folder = Path.of("");

    @Autowired
    AdoptionScenariosTest(Story story) {
        this.story = story;
    }

    @BeforeEach
    void everybodyHasBeenHere() {
        Visitor.signedIn("developer", story.portal());
        Visitor.signedIn("viewer", story.portal());
    }

    @Test
    void becomesThePromotionThatWasPlanned() throws Exception {
        JsonNode plan = story.developer().plan("catalogue", "v5-by-hand", "dev", "stage", "prod-east").good();
        String id = plan.path("id").asString();

        run(plan.path("hera").asString(), "developer", Map.of("TIPHYS_NOTE", "by hand, on purpose"));
        awaitKnown(id);
        JsonNode waiting = story.developer().waiting(id, "approval");

        assertThat(waiting.path("requester").asString()).isEqualTo("Deniz Aksoy");
        assertThat(waiting.path("startedOutside").asBoolean()).isTrue();
        assertThat(Visitor.signedIn("viewer", story.portal()).get("/promotions/" + id).body())
                .contains("started outside, by").contains("by hand, on purpose");
        assertThat(story.developer().start("catalogue", "v5-meanwhile", "dev", "stage", "prod-east").status())
                .isEqualTo(409);
        assertThat(story.developer().approve(id, "prod-east").status()).isEqualTo(403);
        story.approver().approve(id, "prod-east").good();
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(story.as("admin").audit(id)).extracting(row -> row.path("code").asString(),
                row -> row.path("who").path("subject").asString())
                .contains(org.assertj.core.groups.Tuple.tuple("promotion.adopted", "developer"));
    }

    @Test
    void isRefusedByItsFirstStepWhenThePlanIsStale() throws Exception {
        JsonNode plan = story.developer().plan("catalogue", "v5-stale", "dev").good();
        String other = story.developer().started("catalogue", "v5-fresher", "dev");
        story.developer().ended(other);

        assertRefused(plan, plan.path("hera").asString(), "developer", "The plan is stale");
    }

    @Test
    void isRefusedWithoutTheRight() throws Exception {
        JsonNode plan = story.developer().plan("catalogue", "v5-not-mine", "dev").good();

        assertRefused(plan, plan.path("hera").asString(), "viewer", "promote");
    }

    @Test
    void isRefusedWhenItIsAnotherWorkflow() throws Exception {
        JsonNode plan = story.developer().plan("catalogue", "v5-altered", "dev").good();
        String altered = plan.path("hera").asString().replaceFirst("(?m)^IMAGE = \"[^\"]*\"", "IMAGE = \"evil:1\"");

        assertRefused(plan, altered, "developer", "It is another workflow than the one that was planned");
    }

    @Test
    void isRefusedInSomebodyElsesName() throws Exception {
        JsonNode plan = story.developer().plan("catalogue", "v5-in-the-name-of", "dev").good();
        String altered = plan.path("hera").asString().replace("\"requester\": \"developer\"",
                "\"requester\": \"approver\"");

        assertRefused(plan, altered, "developer", "somebody else asked for it");
    }

    private void assertRefused(JsonNode plan, String program, String user, String why) throws Exception {
        String id = plan.path("id").asString();
        run(program, user, Map.of());
        JsonNode failed = await("the refused workflow").atMost(Duration.ofSeconds(60)).until(
                () -> story.fleet().workflowsOf(id).getFirst(),
                workflow -> workflow.path("status").path("phase").asString("").equals("Failed"));

        List<String> reasons = failed.path("status").path("nodes").valueStream()
                .filter(node -> node.path("name").asString().contains(".admit[1].check"))
                .flatMap(node -> node.path("outputs").path("parameters").valueStream())
                .filter(output -> output.path("name").asString().equals("reason"))
                .map(output -> output.path("value").asString("")).toList();
        assertThat(String.join(" ", reasons)).contains(why);
        assertThat(failed.path("status").path("nodes").toString()).doesNotContain("set-version");
        assertThat(story.developer().http().get("/promotions/" + id).status()).isEqualTo(404);
        assertThat(story.as("admin").audit(failed.path("metadata").path("name").asString())).anySatisfy(row -> {
            assertThat(row.path("code").asString()).isEqualTo("promotion.adopted");
            assertThat(row.path("outcome").asString()).isEqualTo("REFUSED");
        });
    }

    private void run(String program, String user, Map<String, String> more) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("promote.py"), program);
        Map<String, String> environment = new HashMap<>(Map.of("ARGO_SERVER",
                story.fleet().endpoints().workflowsUrl().toString(), "ARGO_TOKEN", "argo_sandbox_" + user, "NO_PROXY",
                "127.0.0.1", "no_proxy", "127.0.0.1"));
        environment.putAll(more);
        HeraEnvironment.Output output = HeraEnvironment.run(environment, HeraEnvironment.python(), file.toString());
        assertThat(output.text()).startsWith("started promotions/");
    }

    private void awaitKnown(String id) {
        await("the promotion").atMost(Duration.ofSeconds(30))
                .until(() -> story.developer().http().get("/promotions/" + id).status() == 200);
    }
}
