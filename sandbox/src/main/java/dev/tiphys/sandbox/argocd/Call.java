package dev.tiphys.sandbox.argocd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.tiphys.sandbox.http.Request;

/// One authenticated call of the API.
///
/// @param path the decoded path parameters
record Call(Request request, Map<String, String> path, Caller caller, Deadline deadline) {

    static final String JSON = "application/json";

    String parameter(String name) {
        return path.getOrDefault(name, "");
    }

    String query(String name) {
        return request.query(name).orElse("");
    }

    boolean has(String name) {
        return request.query(name).isPresent();
    }

    boolean flag(String name, boolean otherwise) {
        String value = query(name);
        return switch (value) {
            case "" -> otherwise;
            case "true", "1", "t", "T", "TRUE", "True" -> true;
            case "false", "0", "f", "F", "FALSE", "False" -> false;
            default -> throw GrpcException.invalid("strconv.ParseBool: parsing \"" + value + "\": invalid syntax");
        };
    }

    long number(String name, long otherwise) {
        String value = query(name);
        try {
            return value.isEmpty() ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException malformed) {
            throw new GrpcException(GrpcCode.INVALID_ARGUMENT,
                    "strconv.ParseInt: parsing \"" + value + "\": invalid syntax");
        }
    }

    /// The projects asked for, under their present and their old name.
    List<String> projects() {
        List<String> projects = request.queryAll("projects");
        return projects.isEmpty() ? request.queryAll("project") : projects;
    }

    Body body() {
        return Body.parse(request.text());
    }

    void answer(JsonNode json) throws IOException {
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(json);
        if (takesGzip()) {
            request.answerHeader("Content-Encoding", "gzip");
            request.answerHeader("Vary", "Accept-Encoding");
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            bytes = packed.toByteArray();
        }
        request.answer(200, JSON, bytes);
    }

    void answerEmpty() throws IOException {
        answer(JsonNodeFactory.instance.objectNode());
    }

    boolean takesGzip() {
        return request.header("Accept-Encoding").orElse("").contains("gzip") && !takesEvents();
    }

    /// Server-sent events are for those who ask for nothing else.
    boolean takesEvents() {
        return request.header("Accept").orElse("").equals("text/event-stream");
    }
}
