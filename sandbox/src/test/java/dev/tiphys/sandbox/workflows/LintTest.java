package dev.tiphys.sandbox.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintTest {

    private final Harbour harbour = new Harbour();

    @AfterAll
    void close() {
        harbour.close();
    }

    private HttpResponse<String> lint(String spec) {
        ObjectNode body = Harbour.json("{}");
        ObjectNode workflow = body.putObject("workflow");
        workflow.putObject("metadata").put("name", "w").put("namespace", "promotions");
        workflow.set("spec", Harbour.yaml(spec));
        return harbour.call("POST", "/api/v1/workflows/promotions/lint", body.toString());
    }

    @Test
    void acceptsThePromotion() {
        ObjectNode body = Harbour.json("{}");
        body.set("workflow", Harbour.promotion());
        HttpResponse<String> answer = harbour.call("POST", "/api/v1/workflows/promotions/lint", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "templates: [{name: m, suspend: {}}] | spec.entrypoint is required",
            "entrypoint: m, templates: [{name: m}] | templates.m template type unspecified",
            "entrypoint: m, templates: [{name: m, suspend: {}, dag: {tasks: []}}] | multiple template types specified",
            "entrypoint: m, templates: [{name: a_b, suspend: {}}] | spec.templates[0].name: 'a_b' is invalid",
            "entrypoint: m, templates: [{name: m, suspend: {}}, {name: m, suspend: {}}] | spec.templates[1].name 'm' is not unique",
            "entrypoint: m, templates: [{name: m, container: {command: [x]}}] | templates.m.container.image may not be empty",
            "entrypoint: m, templates: [{name: m, suspend: {duration: soon}}] | unable to parse soon as a duration",
            "entrypoint: m, templates: [{name: m, suspend: {}, outputs: {parameters: [{name: x, valueFrom: {path: /x}}]}}] | must have one of [supplied]",
            "entrypoint: m, templates: [{name: m, steps: [[{name: a, template: s}]], timeout: 1m}, {name: s, suspend: {}}] | templates.m.timeout is only valid for leaf templates",
            "entrypoint: m, templates: [{name: m, steps: [[{name: a, template: s}]]}, {name: s, suspend: {}, inputs: {parameters: [{name: x}]}}] | inputs.parameters.x was not supplied",
            "entrypoint: m, templates: [{name: m, container: {image: i, args: ['{{inputs.parameters.x}}']}}] | templates.m failed to resolve {{inputs.parameters.x}}",
            "entrypoint: m, templates: [{name: m, container: {image: i, args: ['{{workflow.parameters.x}}']}}] | failed to resolve {{workflow.parameters.x}}",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: a, template: s, depends: b}, {name: b, template: s, depends: a}]}}, {name: s, suspend: {}}] | dependency cycle detected",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: a, template: s, depends: z}]}}, {name: s, suspend: {}}] | templates.m.tasks.a dependency 'z' not defined",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: a, template: s}, {name: b, template: s, depends: a}, {name: c, template: s, dependencies: [a]}]}}, {name: s, suspend: {}}] | cannot use both 'depends' and 'dependencies'",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: a, template: s, continueOn: {failed: true}}, {name: b, template: s, depends: a}]}}, {name: s, suspend: {}}] | cannot use 'continueOn' when using 'depends'",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: a, template: s}, {name: b, template: s, when: '{{tasks.a.status}} == x'}]}}, {name: s, suspend: {}}] | missing dependency 'a' for parameter",
            "entrypoint: m, templates: [{name: m, dag: {tasks: [{name: 1a, template: s}, {name: b, template: s, depends: 1a}]}}, {name: s, suspend: {}}] | name cannot begin with a digit",
            "entrypoint: m, templates: [{name: m, steps: [[{name: a, template: s, when: '{{steps.b.status}} == x'}], [{name: b, template: s}]]}, {name: s, suspend: {}}] | failed to resolve {{steps.b}}",
            "entrypoint: m, onExit: gone, templates: [{name: m, suspend: {}}] | spec.onExit template name 'gone' undefined",
            "entrypoint: m, templates: [{name: m, steps: [[{name: a, template: s, arguments: {parameters: [{name: d, value: maybe}]}}]]}, {name: s, suspend: {}, inputs: {parameters: [{name: d, enum: [yes1, no1]}]}}] | should be present in"})
    void refusesAsTheServerDoes(String spec, String message) {
        HttpResponse<String> answer = lint("{" + spec + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(Harbour.json(answer.body()).path("message").asString()).contains(message);
        assertThat(Harbour.json(answer.body()).path("code").asInt()).isEqualTo(2);
    }

    @Test
    void refusesExpressionsItCannotEvaluateWithAnErrorOfItsOwn() {
        HttpResponse<String> answer = lint("{entrypoint: m, templates: [{name: m, container: {image: i, "
                + "args: ['{{= filter([1], # > 0) }}']}}]}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Harbour.json(answer.body()).path("message").asString()).contains("the sandbox does not know this");
    }

    @Test
    void refusesMoreTasksThanTheClusterTakes() {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < 201; i++) {
            tasks.append(i == 0 ? "" : ", ").append("{name: t").append(i).append(", template: s}");
        }
        HttpResponse<String> answer = lint("{entrypoint: m, templates: [{name: m, dag: {tasks: [" + tasks
                + "]}}, {name: s, suspend: {}}]}");
        assertThat(Harbour.json(answer.body()).path("message").asString()).contains("must have at most 200 items");
    }

    @Test
    void letsALintDoWithoutTheValuesThatACreateNeeds() {
        String spec = "{entrypoint: m, arguments: {parameters: [{name: x}]}, templates: [{name: m, suspend: {}}]}";
        assertThat(lint(spec).statusCode()).isEqualTo(200);
        ObjectNode body = Harbour.json("{}");
        body.putObject("workflow").putObject("metadata").put("name", "w");
        ((ObjectNode) body.path("workflow")).set("spec", Harbour.yaml(spec));
        HttpResponse<String> created = harbour.call("POST", "/api/v1/workflows/promotions", body.toString());
        assertThat(created.statusCode()).isEqualTo(400);
        assertThat(created.body()).contains("spec.arguments.x.value or spec.arguments.x.valueFrom is required");
    }
}
