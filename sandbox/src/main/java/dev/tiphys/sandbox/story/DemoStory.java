package dev.tiphys.sandbox.story;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.people.DemoUser;

/// A version of checkout on its way to production: an approval, a canary that fails, a decision, and a good end.
final class DemoStory {

    private static final String SERVICE = "checkout";
    private static final List<String> PLACES = List.of("dev", "stage", "prod-east", "prod-west");
    private static final String GUARDED = "prod-east";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int VERSIONS = 50;

    private final PortalCaller portal;
    private final URI address;
    private final Telling telling;
    private final Faults faults;
    private final Wish wish;
    private final DemoUser developer = user("developer");
    private final DemoUser approver = user("approver");

    DemoStory(PortalCaller portal, URI address, Telling telling, Faults faults, Wish wish) {
        this.portal = portal;
        this.address = address;
        this.telling = telling;
        this.faults = faults;
        this.wish = wish;
    }

    /// How it shall be told.
    ///
    /// @param version of checkout; empty takes `v5`, or the first after it that would change something
    /// @param pace how long each person takes
    record Wish(String version, Duration pace) {}

    /// Lets the analysis of a service fail on a cluster, or succeed again.
    record Faults(Consumer<String> begin, Consumer<String> lift) {}

    private static DemoUser user(String name) {
        return DemoUser.find(name).orElseThrow();
    }

    /// Tells it to its end; anything that cannot be told is a [StoryBrokenException].
    ///
    /// @return the promotion's last phase
    String tell() throws InterruptedException {
        JsonNode plan = plan();
        String version = plan.path("version").asString();
        String cluster = cluster(plan);
        telling.say(developer.name() + " plans " + SERVICE + " " + version + " for " + String.join(", ", PLACES)
                + ". Nobody knows yet that it will trouble " + cluster + ".");
        faults.begin().accept(cluster);
        try {
            String id = start(plan);
            approve(id, version);
            decide(id, cluster);
            return end(id, version);
        } finally {
            faults.lift().accept(cluster);
        }
    }

    private JsonNode plan() throws InterruptedException {
        PortalCaller.Answer answer = plan(wish.version().isEmpty() ? "v5" : wish.version());
        for (int i = 1; i < VERSIONS && wish.version().isEmpty() && answer.status() == 422; i++) {
            answer = plan("v5." + i);
        }
        if (!answer.isGood()) {
            throw new StoryBrokenException("The plan was refused: " + answer.words());
        }
        if (!answer.body().path("canStart").asBoolean(false)) {
            String blocker = answer.body().path("warnings").valueStream()
                    .filter(warning -> warning.path("level").asString("").equals("blocker"))
                    .map(warning -> warning.path("text").asString()).findFirst().orElse("the portal does not say why");
            throw new StoryBrokenException("The plan cannot start now. " + blocker);
        }
        return answer.body();
    }

    private PortalCaller.Answer plan(String version) throws InterruptedException {
        return portal.post(developer, "/promotions/plan", wished(version));
    }

    private static ObjectNode wished(String version) {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("service", SERVICE).put("version", version);
        PLACES.forEach(body.putArray("environments")::add);
        return body;
    }

    private static String cluster(JsonNode plan) {
        return plan.path("waves").valueStream().filter(wave -> wave.path("name").asString("").equals(GUARDED))
                .flatMap(wave -> wave.path("targets").valueStream()).map(target -> target.path("cluster").asString())
                .findFirst().orElseThrow(() -> new StoryBrokenException("There is no " + GUARDED + " in this fleet."));
    }

    private String start(JsonNode plan) throws InterruptedException {
        pause();
        PortalCaller.Answer started = good(portal.post(developer, "/promotions",
                wished(plan.path("version").asString()).put("planHash", plan.path("planHash").asString())));
        String id = started.body().path("id").asString();
        telling.isAbout(URI.create(address + "/promotions/" + id));
        telling.say(developer.name() + " starts it. The workflow goes to dev, then to stage.");
        return id;
    }

    private void approve(String id, String version) throws InterruptedException {
        waitFor(id, "approval");
        telling.say("dev and stage run " + version + ". " + GUARDED + " waits for an approval, and " + developer.name()
                + ", who asked for it, cannot give it.");
        pause();
        good(portal.post(approver, "/promotions/" + id + "/approval", JsonMapper.shared().createObjectNode()
                .put("wave", GUARDED).put("decision", "approve").put("reason", "the load test is green")));
        telling.say(approver.name() + " approves: the load test is green.");
    }

    private void decide(String id, String cluster) throws InterruptedException {
        JsonNode asking = waitFor(id, "decision");
        String application = asking.path("waitingFor").path("subject").asString();
        telling.say("The canary on " + cluster + " failed its analysis and was stopped; its traffic is back on the"
                + " former version. The promotion asks what shall happen.");
        pause();
        String target = "/promotions/" + id + "/targets/" + application;
        good(portal.post(developer, target + "/take", JsonMapper.shared().createObjectNode()));
        telling.say(developer.name() + " says \"I'm on it\", reads the kept values and logs, and finds the cause.");
        pause();
        faults.lift().accept(cluster);
        good(portal.post(developer, target + "/decision", JsonMapper.shared().createObjectNode()
                .put("decision", "retry").put("reason", "the connection pool was too small; it is mended")));
        telling.say(developer.name() + " decides to retry: the cause is mended.");
    }

    private String end(String id, String version) throws InterruptedException {
        JsonNode ended = await(id, seen -> !seen.path("finishedAt").isNull());
        String phase = ended.path("phase").asString();
        telling.say(phase.equals("SUCCEEDED")
                ? SERVICE + " " + version + " runs everywhere. The replay shows how it came there."
                : "The promotion ended: " + ended.path("reason").asString(phase));
        return phase;
    }

    private JsonNode waitFor(String id, String code) throws InterruptedException {
        return await(id, seen -> seen.path("waitingFor").path("code").asString("").equals(code));
    }

    private JsonNode await(String id, Predicate<JsonNode> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode seen = good(portal.get(developer, "/promotions/" + id)).body();
            if (condition.test(seen)) {
                return seen;
            }
            if (!seen.path("finishedAt").isNull()) {
                throw new StoryBrokenException("Somebody ended the promotion: " + seen.path("reason").asString(""));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new StoryBrokenException("Nothing happened for " + PATIENCE.toMinutes() + " minutes.");
    }

    private static PortalCaller.Answer good(PortalCaller.Answer answer) {
        if (!answer.isGood()) {
            throw new StoryBrokenException("The portal refused: " + answer.words());
        }
        return answer;
    }

    private void pause() throws InterruptedException {
        Thread.sleep(wish.pace());
    }
}
