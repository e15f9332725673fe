package dev.tiphys.argo.http;

import dev.tiphys.argo.json.JsonView;

/// The server's words and gRPC code, in any of the shapes that Argo's gateways write.
public record ErrorBody(int code, String words) {

    static ErrorBody read(String body) {
        try {
            return of(JsonView.parse(body));
        } catch (IllegalArgumentException notJson) {
            String line = body.strip();
            return new ErrorBody(0, line.length() > 300 ? line.substring(0, 300) + " …" : line);
        }
    }

    static ErrorBody of(JsonView json) {
        JsonView inStream = json.at("error");
        if (inStream.node().isObject()) {
            return new ErrorBody(inStream.number(0, "grpc_code"), inStream.text("message"));
        }
        String words = json.text("message").isEmpty() ? json.text("error") : json.text("message");
        return new ErrorBody(json.number(0, "code"), words);
    }
}
