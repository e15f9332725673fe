package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.catalog.text.ObjectYaml;

class ItemWriterTest {

    private static final NewItemWish SCRIPT = new NewItemWish("script", "kennel", "Kennel", "Where dogs live.",
            "alpine:3.22", "sh", "size: small, large\ncolour\nnote = \"none\"", "home\nkeeper",
            "echo \"$SIZE: $COLOUR\"\nprintf there > /tmp/home", "echo gone", "paint", "echo \"$COLOUR\"", "", "", "",
            "", "");
    private static final NewItemWish JOB = new NewItemWish("job", "machine", "Machine", "",
            "registry.example/tiphys:0.1.0",
            "", "size: small, large", "ip=artifacts.ip", "/ansible/job_templates/provision-machine/launch",
            "/ansible/job_templates/remove-machine/launch", "", "", "extra_vars.", "/ansible/jobs/{job}",
            "status=successful", "status=failed,error", "/ansible/jobs/{job}/stdout");

    private static List<Template> templates(List<ObjectNode> written) {
        return written.stream().map(JsonView::new).map(json -> new Template(json.text("metadata", "namespace"),
                json.text("metadata", "name"), json.map("metadata", "labels"), json.map("metadata", "annotations"),
                "main", Map.of(), json.json())).toList();
    }

    @Test
    void whatItWritesPassesTheCheckAndIsAnItem() {
        for (NewItemWish wish : List.of(SCRIPT, JOB)) {
            assertThat(wish.problems()).isEmpty();
            List<Template> templates = templates(ItemWriter.write(Pets.STORE, wish));
            assertThat(ContractCheck.check(Pets.STORE, templates, Pets.NO_SHEETS)).isEmpty();
            Item item = TemplateReader.read(Pets.STORE, templates, Pets.NO_SHEETS).items().getFirst();
            assertThat(item.title()).isEqualTo(wish.title());
            assertThat(item.lifecycle()).isEqualTo(Item.Lifecycle.DRAFT);
        }
    }

    @Test
    void aScriptGetsValuesAsVariablesAndItsTextIsTheProviders() {
        List<ObjectNode> written = ItemWriter.write(Pets.STORE, SCRIPT);
        JsonView main = new JsonView(written.getFirst()).at("spec").items("templates").findFirst().orElseThrow();

        assertThat(written).hasSize(3);
        assertThat(main.text("script", "source")).isEqualTo("set -eu\n" + SCRIPT.create() + "\n");
        assertThat(main.items("script", "env").map(one -> one.text("name") + "=" + one.text("value")))
                .contains("SIZE={{workflow.parameters.size}}", "INSTANCE_NAME={{workflow.parameters.instance-name}}");
        assertThat(main.items("outputs", "parameters").map(one -> one.text("globalName"))).contains("home", "keeper");
    }

    @Test
    void aJobIsSubmittedPolledAndFetched() {
        JsonView main = new JsonView(ItemWriter.write(Pets.STORE, JOB).getFirst()).at("spec").items("templates")
                .findFirst().orElseThrow();

        assertThat(main.texts("container", "command")).containsExactly("tiphys", "call");
        assertThat(main.texts("container", "args")).containsSequence("POST",
                "/ansible/job_templates/provision-machine/launch", "--field", "extra_vars.instance_id=INSTANCE_ID")
                .containsSequence("--poll", "/ansible/jobs/{job}", "--until", "status=successful", "--failed",
                        "status=failed,error", "--log", "/ansible/jobs/{job}/stdout", "--output", "ip=artifacts.ip");
    }

    @Test
    void theYamlIsTheSameObjectsAgain() {
        List<ObjectNode> written = ItemWriter.write(Pets.STORE, SCRIPT);
        String yaml = ObjectYaml.of(written);
        List<JsonNode> read = new java.util.ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(yaml)
                .forEach(document -> read.add(JsonMapper.shared().valueToTree(Objects.requireNonNull(document))));

        assertThat(read.toString()).isEqualTo(written.toString());
        assertThat(yaml).contains("source: |\n").contains("tiphys.dev/item-version: '1.0'");
    }

    @Test
    void saysWhatCannotBe() {
        NewItemWish wrong = new NewItemWish("script", "Kennel!", "", "", "alpine", "zsh", "PATH\n", "Out put",
                "echo {{x}}", "", "restart", "", "", "", "", "", "");
        assertThat(wrong.problems()).containsOnlyKeys("item", "title", "image", "shell", "parameters", "outputs",
                "create",
                "delete", "actionScript");
        assertThat(ParameterLine.problem("path").orElseThrow()).contains("variable PATH");
        assertThat(ParameterLine.problem("ld-preload")).isPresent();
        assertThat(ParameterLine.problem("a\na")).isPresent();
        assertThat(ParameterLine.problem("a: one, {{x}}")).isPresent();
    }
}
