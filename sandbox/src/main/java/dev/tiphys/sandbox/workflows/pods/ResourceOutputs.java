package dev.tiphys.sandbox.workflows.pods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;

/// The output parameters of a resource template, read from the live object by jq filters or JSON paths. The library
/// speaks Jackson 2, so the object travels as text.
final class ResourceOutputs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Scope ROOT = Scope.newEmptyScope();

    static {
        BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_6, ROOT);
    }

    private ResourceOutputs() {
    }

    static PodOutputs read(PodRequest request, String object) {
        Map<String, String> values = new LinkedHashMap<>();
        for (tools.jackson.databind.JsonNode parameter : request.template().path("outputs").path("parameters")) {
            tools.jackson.databind.JsonNode source = parameter.path("valueFrom");
            String filter = source.path("jqFilter").asString("");
            String path = source.path("jsonPath").asString("");
            try {
                String value = filter.isEmpty() ? jq(fromJsonPath(path), object) : jq(filter, object);
                values.put(parameter.path("name").asString(""), value);
            } catch (ResourceFailure failure) {
                if (!source.has("default")) {
                    throw failure;
                }
                values.put(parameter.path("name").asString(""), source.path("default").asString(""));
            }
        }
        return new PodOutputs(values, Optional.empty());
    }

    // As `jq -rc`: texts without quotes, one result a line.
    private static String jq(String filter, String object) {
        try {
            List<JsonNode> found = new ArrayList<>();
            JsonQuery.compile(filter, Versions.JQ_1_6).apply(Scope.newChildScope(ROOT), JSON.readTree(object),
                    found::add);
            return found.stream().map(one -> one.isTextual() ? one.textValue() : one.toString())
                    .collect(Collectors.joining("\n")).strip();
        } catch (JsonProcessingException broken) {
            throw new ResourceFailure("jq: error: " + broken.getMessage());
        }
    }

    // kubectl's JSON paths that are plain paths, such as {.status.ip}; others are refused in words.
    private static String fromJsonPath(String path) {
        String plain = path.strip().replaceAll("^\\{|}$", "");
        if (!plain.matches("(\\.[A-Za-z_][A-Za-z0-9_]*|\\[\\d+])+")) {
            throw new ResourceFailure("the sandbox reads JSON paths such as {.status.ip} only, not " + path);
        }
        return plain + " // \"\"";
    }
}
