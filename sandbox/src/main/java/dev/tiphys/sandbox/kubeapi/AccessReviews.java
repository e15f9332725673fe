package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kubeapi.Authorizer.Ask;

/// Answers SelfSubjectAccessReviews, which `kubectl auth can-i` sends: what the caller's own token may do.
final class AccessReviews {

    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private AccessReviews() {
    }

    static boolean concerns(String path) {
        return path.equals(PATH);
    }

    static void answer(Request request, String user, Authorizer rights) throws IOException {
        if (!request.method().equals("POST")) {
            throw ApiRefusal.methodNotAllowed();
        }
        JsonNode spec = spec(request.text());
        boolean allowed = rights.allows(user, ask(spec.path("resourceAttributes")));
        ObjectNode review = JsonMapper.shared().createObjectNode().put("kind", "SelfSubjectAccessReview")
                .put("apiVersion", "authorization.k8s.io/v1");
        review.putObject("metadata");
        review.set("spec", spec);
        ObjectNode status = review.putObject("status").put("allowed", allowed);
        if (allowed) {
            status.put("reason", "the sandbox allows it");
        }
        request.answer(201, "application/json", review.toString());
    }

    // kubectl asks in protobuf, although it reads JSON; such a question is taken for one about nothing in particular.
    private static JsonNode spec(String body) {
        try {
            JsonNode spec = JsonMapper.shared().readTree(body).path("spec");
            return spec.isObject() ? spec : JsonMapper.shared().createObjectNode();
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static Ask ask(JsonNode attributes) {
        String subresource = attributes.path("subresource").asString("");
        return new Ask(attributes.path("verb").asString(""), attributes.path("group").asString(""),
                attributes.path("resource").asString("") + (subresource.isEmpty() ? "" : "/" + subresource),
                attributes.path("namespace").asString(""), attributes.path("name").asString(""));
    }
}
