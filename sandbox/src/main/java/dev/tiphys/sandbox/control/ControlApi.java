package dev.tiphys.sandbox.control;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.page.Form;

/// The levers as JSON under `/sandbox/api`. Wishes are JSON objects or forms.
final class ControlApi {

    private final Levers levers;

    ControlApi(Levers levers) {
        this.levers = levers;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api", read(form -> levers.state())).on("GET", "/api/clock", read(form -> levers.clock()))
                .on("PUT", "/api/clock", write(200, levers::setSpeed))
                .on("POST", "/api/clock/advance", write(200, levers::advance))
                .on("GET", "/api/faults", read(form -> levers.faults()))
                .on("POST", "/api/faults", write(201, levers::setFault))
                .on("DELETE", "/api/faults", read(form -> levers.liftAll()))
                .on("DELETE", "/api/faults/{id}", this::lift)
                .on("POST", "/api/streams/cut", write(200, levers::cutStreams))
                .on("POST", "/api/portals", write(201, levers::addPortal));
    }

    private static Routes.RouteHandler read(Function<Form, JsonNode> lever) {
        return (request, path) -> answer(request, 200, lever.apply(Form.query(request)));
    }

    private static Routes.RouteHandler write(int success, Function<Form, JsonNode> lever) {
        return (request, path) -> {
            try {
                answer(request, success, lever.apply(wish(request)));
            } catch (IllegalArgumentException mistake) {
                refuse(request, 400, String.valueOf(mistake.getMessage()));
            }
        };
    }

    private void lift(Request request, Map<String, String> path) throws IOException {
        if (levers.lift(String.valueOf(path.get("id")))) {
            answer(request, 200, levers.faults());
        } else {
            refuse(request, 404, "there is no fault " + path.get("id"));
        }
    }

    private static Form wish(Request request) {
        String text = request.text().strip();
        if (!text.startsWith("{")) {
            return Form.body(request);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            JsonMapper.shared().readTree(text).properties()
                    .forEach(field -> fields.put(field.getKey(),
                            field.getValue().asString(field.getValue().toString())));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("the body is no JSON object", malformed);
        }
        return new Form(fields);
    }

    private static void answer(Request request, int status, JsonNode content) throws IOException {
        request.answer(status, "application/json", content + "\n");
    }

    private static void refuse(Request request, int status, String message) throws IOException {
        answer(request, status, JsonMapper.shared().createObjectNode().put("error", message));
    }
}
