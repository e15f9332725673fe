package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.compile.Manifest.object;

import java.util.List;
import java.util.Map;

/// The templates that wait for a person, and the gate that fails on anything but an approval.
final class QuestionTemplates {

    private QuestionTemplates() {
    }

    static List<Object> all() {
        return List.of(question("approve", "approve", "reject"), question("decide", "retry", "skip"), gate());
    }

    private static Map<String, Object> question(String name, String... answers) {
        return object("name", name, "inputs",
                object("parameters", List.of(object("name", "decision", "enum", List.of(answers)))), "outputs",
                object("parameters", List.of(object("name", "decision", "valueFrom", object("supplied", object())))),
                "suspend", object());
    }

    private static Map<String, Object> gate() {
        Object ask = object("name", "ask", "template", "approve", "arguments",
                object("parameters", List.of(Manifest.parameter("decision", "reject"))));
        Object refused = object("name", "refused", "template", "refuse", "when", Expressions.REFUSED);
        return object("name", "gate", "steps", List.of(List.of(ask), List.of(refused)));
    }
}
