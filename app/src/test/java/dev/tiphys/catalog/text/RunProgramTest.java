package dev.tiphys.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.json.JsonView;

class RunProgramTest {

    private static final String WORKFLOW = """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "Workflow",
             "metadata": {"name": "pet-create-1", "namespace": "pet-store", "labels": {"tiphys.dev/run": "1"},
                          "annotations": {"workflows.argoproj.io/title": "create Zoë \\"x\\""}},
             "spec": {"serviceAccountName": "pet-store-runner", "workflowTemplateRef": {"name": "pet-create"},
                      "arguments": {"parameters": [{"name": "species", "value": "no"},
                                                   {"name": "note", "value": "a\\\\b \\"c\\"\\n{x}"}]}}}""";

    @Test
    void makesTheSameWorkflowWhateverTheValuesHold() {
        assertThat(RunProgram.of(WORKFLOW)).contains("\"\"\"create Zo\\u00eb \\\"x\\\".", "name=\"pet-create-1\",",
                "labels={\"tiphys.dev/run\": \"1\"},", "service_account_name=\"pet-store-runner\",",
                "workflow_template_ref=m.WorkflowTemplateRef(name=\"pet-create\"),",
                "Parameter(name=\"species\", value=\"no\"),",
                "Parameter(name=\"note\", value=\"a\\\\b \\\"c\\\"\\u000a{x}\"),");
    }

    @Test
    void yamlReadsTheSameInEveryVersion() {
        assertThat(ObjectYaml.of(JsonView.parse(WORKFLOW).node())).contains("value: 'no'", "name: pet-create-1",
                "tiphys.dev/run: '1'").endsWith("\n");
    }
}
