package dev.tiphys.scenario;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The portal's JSON API as one of the demo users calls it.
public record PortalApi(URI portal, String user, Http http) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    public static PortalApi as(String user, URI portal) {
        return new PortalApi(portal, user, Http.as(URI.create(portal + "/api/v1"), "tph_sandbox_" + user));
    }

    public Http.Answer plan(String service, String version, String... environments) {
        return http.post("/promotions/plan", wish(service, version, environments).toString());
    }

    public Http.Answer start(String service, String version, String... environments) {
        return http.post("/promotions", wish(service, version, environments).toString());
    }

    public static ObjectNode wish(String service, String version, String... environments) {
        ObjectNode wish = JsonMapper.shared().createObjectNode().put("service", service).put("version", version);
        List.of(environments).forEach(wish.putArray("environments")::add);
        return wish;
    }

    /// The id of a promotion that must start.
    public String started(String service, String version, String... environments) {
        return start(service, version, environments).good().path("id").asString();
    }

    public Http.Answer approve(String id, String wave) {
        return approval(id, wave, "approve", "");
    }

    public Http.Answer approval(String id, String wave, String decision, String reason) {
        return http.post("/promotions/" + id + "/approval", JsonMapper.shared().createObjectNode().put("wave", wave)
                .put("decision", decision).put("reason", reason).toString());
    }

    public Http.Answer decide(String id, String application, String decision, String reason) {
        return http.post("/promotions/" + id + "/targets/" + application + "/decision", JsonMapper.shared()
                .createObjectNode().put("decision", decision).put("reason", reason).toString());
    }

    public Http.Answer abort(String id, String reason) {
        return http.post("/promotions/" + id + "/abort",
                JsonMapper.shared().createObjectNode().put("reason", reason).toString());
    }

    public Http.Answer pause(String id, String reason) {
        return http.post("/promotions/" + id + "/pause",
                JsonMapper.shared().createObjectNode().put("reason", reason).toString());
    }

    /// The plan back; of one application alone where it is named.
    public Http.Answer rollback(String id, String application) {
        return http.post("/promotions/" + id + "/rollback",
                JsonMapper.shared().createObjectNode().put("application", application).toString());
    }

    public Http.Answer startBack(String id, String application, String planHash) {
        return http.post("/promotions", JsonMapper.shared().createObjectNode().put("rollbackOf", id)
                .put("application", application).put("planHash", planHash).toString());
    }

    public Http.Answer resume(String id) {
        return http.post("/promotions/" + id + "/resume", "{}");
    }

    public JsonNode promotion(String id) {
        return http.get("/promotions/" + id).good();
    }

    /// Waits until the promotion has ended, and gives it.
    public JsonNode ended(String id) {
        return until(id, promotion -> List.of("SUCCEEDED", "FAILED", "ABORTED")
                .contains(promotion.path("phase").asString()));
    }

    /// Waits until a person is needed for `code`, such as `approval` or `decision`, and nothing else runs.
    public JsonNode waiting(String id, String code) {
        return until(id, promotion -> promotion.path("phase").asString().equals("WAITING")
                && promotion.path("waitingFor").path("code").asString("").equals(code));
    }

    public JsonNode until(String id, Predicate<JsonNode> condition) {
        return await("promotion " + id).atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                .until(() -> promotion(id), seen -> {
                    if (!condition.test(seen) && !seen.path("finishedAt").isNull()) {
                        throw new AssertionError("it ended before that: " + seen);
                    }
                    return condition.test(seen);
                });
    }

    /// The audit rows of a promotion, the latest first.
    public JsonNode audit(String target) {
        return http.get("/audit?size=100&target=" + target).good().path("items");
    }

    public static JsonNode target(JsonNode promotion, String application) {
        for (JsonNode wave : promotion.path("waves")) {
            for (JsonNode target : wave.path("targets")) {
                if (target.path("application").asString().equals(application)) {
                    return target;
                }
            }
        }
        throw new AssertionError("no target " + application + " in " + promotion);
    }
}
