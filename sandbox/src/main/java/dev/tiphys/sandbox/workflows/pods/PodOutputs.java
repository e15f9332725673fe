package dev.tiphys.sandbox.workflows.pods;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import tools.jackson.databind.JsonNode;

/// Collects the output parameters of a container that ended.
record PodOutputs(Map<String, String> values, Optional<String> problem) {

    static PodOutputs collect(PodRequest request, Function<String, Optional<String>> files) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> problem = Optional.empty();
        for (JsonNode parameter : request.template().path("outputs").path("parameters")) {
            JsonNode source = parameter.path("valueFrom");
            String path = source.path("path").asString("");
            Optional<String> value = path.isEmpty() ? Optional.empty() : files.apply(path);
            if (value.isEmpty() && source.has("default")) {
                JsonNode otherwise = source.path("default");
                value = Optional.of(otherwise.isString() ? otherwise.asString() : otherwise.toString());
            }
            value.ifPresent(text -> values.put(parameter.path("name").asString(""), text));
            if (value.isEmpty() && !path.isEmpty()) {
                problem = Optional.of("open " + path + ": no such file or directory");
            }
        }
        return new PodOutputs(values, problem);
    }
}
