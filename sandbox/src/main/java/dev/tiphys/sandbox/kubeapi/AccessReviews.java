package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;

/// Answers `kubectl auth can-i`: whoever has a token of the sandbox may do everything.
final class AccessReviews {

    private static final String PATH = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    private AccessReviews() {
    }

    static boolean concerns(String path) {
        return path.equals(PATH);
    }

    static void answer(Request request) throws IOException {
        if (!request.method().equals("POST")) {
            throw ApiRefusal.methodNotAllowed();
        }
        // kubectl asks in protobuf, but reads JSON; the question is not needed for the answer.
        ObjectNode review = JsonMapper.shared().createObjectNode().put("kind", "SelfSubjectAccessReview")
                .put("apiVersion", "authorization.k8s.io/v1");
        review.putObject("spec");
        review.putObject("status").put("allowed", true).put("reason", "the sandbox allows everything");
        request.answer(201, "application/json", review.toString());
    }
}
