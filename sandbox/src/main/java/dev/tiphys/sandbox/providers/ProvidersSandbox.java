package dev.tiphys.sandbox.providers;

import java.io.IOException;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;

/// The providers' systems under `/provider-api`, and a page that shows what they have made.
public final class ProvidersSandbox {

    private static final String PREFIX = "/provider-api";

    private final Things things;
    private final AnsibleJobs jobs;
    private final String token;

    private ProvidersSandbox(Things things, AnsibleJobs jobs, String token) {
        this.things = things;
        this.jobs = jobs;
        this.token = token;
    }

    /// @param token that the workflows of all providers show
    public static void install(World world, SandboxServer server, ProviderFaults faults, String token) {
        Things things = new Things(world.clock(), faults);
        things.put(Offer.BUCKETS, "reports-of-2019",
                JsonMapper.shared().createObjectNode().put("region", "eu-central-1")
                        .put("versioning", "off").put("owner", "shop"));
        AnsibleJobs jobs = new AnsibleJobs(world.clock(), things, faults);
        ProvidersSandbox sandbox = new ProvidersSandbox(things, jobs, token);
        server.mount(PREFIX, sandbox.routes());
        server.mount("/sandbox/providers",
                request -> new ProvidersPage(world, things, jobs).page().answer(request, 200));
    }

    private Routes routes() {
        Routes routes = new Routes(PREFIX, request -> answer(request, 404, "There is no such address."),
                request -> answer(request, 405, "That cannot be done there."));
        routes.on("GET", "", (request, path) -> answer(request, 200, overview()));
        routes.on("POST", "/ansible/job_templates/{template}/launch", (request, path) -> serve(request, 201,
                () -> jobs.launch(path.getOrDefault("template", ""), body(request).path("extra_vars"))));
        routes.on("GET", "/ansible/jobs/{job}",
                (request, path) -> serve(request, 200, () -> jobs.describe(number(path))));
        routes.on("GET", "/ansible/jobs/{job}/stdout", (request, path) -> {
            if (isKnown(request)) {
                request.answer(200, "text/plain; charset=utf-8", jobs.log(number(path)));
            }
        });
        routes.on("POST", "/pets/{id}/meals", (request, path) -> serve(request, 200,
                () -> things.feed(path.getOrDefault("id", ""), body(request).path("meal").asString(""))));
        routes.on("GET", "/databases/{id}/credentials", (request, path) -> serve(request, 200,
                () -> things.credentials(path.getOrDefault("id", ""))));
        routes.on("GET", "/{kind}",
                (request, path) -> serve(request, 200, () -> list(offer(path))));
        routes.on("GET", "/{kind}/{id}", (request, path) -> serve(request, 200,
                () -> things.get(offer(path), path.getOrDefault("id", ""))));
        routes.on("PUT", "/{kind}/{id}", (request, path) -> serve(request, 200,
                () -> things.put(offer(path), path.getOrDefault("id", ""), body(request))));
        routes.on("PATCH", "/{kind}/{id}", (request, path) -> serve(request, 200, () -> {
            things.get(offer(path), path.getOrDefault("id", ""));
            return things.put(offer(path), path.getOrDefault("id", ""), body(request));
        }));
        routes.on("DELETE", "/{kind}/{id}", (request, path) -> serve(request, 200, () -> {
            things.remove(offer(path), path.getOrDefault("id", ""));
            return JsonMapper.shared().createObjectNode();
        }));
        return routes;
    }

    private interface Deed {
        ObjectNode done();
    }

    private void serve(Request request, int status, Deed deed) throws IOException {
        if (!isKnown(request)) {
            return;
        }
        try {
            request.answer(status, "application/json", deed.done().toString());
        } catch (Refusal refusal) {
            answer(request, refusal.status(), refusal.words());
        }
    }

    private boolean isKnown(Request request) throws IOException {
        boolean known = request.header("Authorization").filter(("Bearer " + token)::equals).isPresent();
        if (!known) {
            answer(request, 401, "The provider's system does not know this token.");
        }
        return known;
    }

    private static void answer(Request request, int status, String message) throws IOException {
        answer(request, status, JsonMapper.shared().createObjectNode().put("message", message));
    }

    private static void answer(Request request, int status, ObjectNode json) throws IOException {
        request.answer(status, "application/json", json.toString());
    }

    private ObjectNode overview() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        for (Offer offer : Offer.values()) {
            all.set(offer.word(), list(offer).path("items"));
        }
        all.putArray("jobs").addAll(jobs.list());
        return all;
    }

    private ObjectNode list(Offer offer) {
        ObjectNode list = JsonMapper.shared().createObjectNode();
        list.putArray("items").addAll(things.list(offer));
        return list;
    }

    private static Offer offer(Map<String, String> path) {
        String word = path.getOrDefault("kind", "");
        return Offer.find(word).orElseThrow(() -> Refusal.unknown("kind of thing called " + word));
    }

    private static int number(Map<String, String> path) {
        String job = path.getOrDefault("job", "");
        if (!job.matches("\\d{1,6}")) {
            throw Refusal.unknown("job " + job);
        }
        return Integer.parseInt(job);
    }

    private static JsonNode body(Request request) {
        try {
            return JsonMapper.shared().readTree(request.text().isBlank() ? "{}" : request.text());
        } catch (JacksonException notJson) {
            throw Refusal.impossible("The body is no JSON.");
        }
    }
}
