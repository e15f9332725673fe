package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.compile.Manifest.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The templates that wait for a person, and the gate that opens for a signed approval alone.
final class QuestionTemplates {

    private QuestionTemplates() {
    }

    static List<Object> all() {
        return List.of(question("approve", List.of("approve", "reject"), "proof"),
                question("decide", List.of("retry", "skip")), gate());
    }

    private static Map<String, Object> question(String name, List<String> answers, String... more) {
        List<Object> inputs = new ArrayList<>(List.of(object("name", "decision", "enum", answers)));
        List<Object> outputs = new ArrayList<>(List.of(supplied("decision")));
        for (String parameter : more) {
            inputs.add(object("name", parameter));
            outputs.add(supplied(parameter));
        }
        return object("name", name, "inputs", object("parameters", inputs), "outputs", object("parameters", outputs),
                "suspend", object());
    }

    private static Object supplied(String name) {
        return object("name", name, "valueFrom", object("supplied", object()));
    }

    private static Map<String, Object> gate() {
        Object wave = Manifest.parameter("wave", "{{inputs.parameters.wave}}");
        Object ask = object("name", "ask", "template", "approve", "arguments", object("parameters",
                List.of(Manifest.parameter("decision", "reject"), Manifest.parameter("proof", ""))));
        Object check = object("name", "check", "template", "check-gate", "arguments", object("parameters", List.of(wave,
                Manifest.parameter("gate", "{{node.name}}"), Manifest.parameter("proof", Expressions.PROOF))));
        Object again = object("name", "again", "template", "gate", "when", Expressions.UNPROVEN, "arguments",
                object("parameters", List.of(wave)));
        return object("name", "gate", "inputs", Manifest.inputs(List.of("wave")), "steps",
                List.of(List.of(ask), List.of(check), List.of(again)));
    }
}
