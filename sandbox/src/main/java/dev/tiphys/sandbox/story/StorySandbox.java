package dev.tiphys.sandbox.story;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.workloads.WorkloadFaults;
import dev.tiphys.sandbox.workloads.WorkloadFaults.Fault;

/// The demo under `/sandbox/story` as a page with one button, and under `/sandbox/api/story` as JSON.
public final class StorySandbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(StorySandbox.class);
    private static final String PAGE = "/sandbox/story";
    private static final String API = "/sandbox/api/story";
    private static final String BUSY = "The story is being told already. Watch it, or wait until it has ended.";

    private final Supplier<URI> portal;
    private final DemoStory.Faults faults;
    private final Telling telling;
    private volatile @Nullable Thread teller;

    private StorySandbox(Supplier<URI> portal, WorkloadFaults workloads, Clock clock) {
        this.portal = portal;
        this.faults = new DemoStory.Faults(cluster -> workloads.set(fault(cluster)),
                cluster -> workloads.lift(fault(cluster)));
        this.telling = new Telling(clock);
    }

    /// @param portal the portal that it is told to
    public static StorySandbox install(SandboxServer server, Supplier<URI> portal, WorkloadFaults workloads,
            Clock clock) {
        StorySandbox story = new StorySandbox(portal, workloads, clock);
        server.mount(PAGE, routes(PAGE).on("GET", "", (request, path) -> story.show(request, 200, ""))
                .on("POST", "", (request, path) -> story.press(request)));
        server.mount(API, routes(API).on("GET", "", (request, path) -> answer(request, 200, story.json()))
                .on("POST", "", (request, path) -> story.order(request)));
        return story;
    }

    private static Fault fault(String cluster) {
        return new Fault(WorkloadFaults.Type.ANALYSIS_FAILS, "checkout", cluster);
    }

    private static Routes routes(String prefix) {
        return new Routes(prefix, request -> request.answer(404, "text/plain", "there is no such page\n"),
                request -> request.answer(405, "text/plain", "the story does not take this method\n"));
    }

    private void press(Request request) throws IOException {
        if (begin(new DemoStory.Wish("", Duration.ofSeconds(4)))) {
            request.answerHeader("Location", PAGE);
            request.answer(303, "text/plain", "");
        } else {
            show(request, 409, BUSY);
        }
    }

    private void order(Request request) throws IOException {
        try {
            JsonNode body = request.text().isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(request.text());
            long pace = Math.clamp(body.path("paceSeconds").asLong(4), 0, 600);
            boolean begun = begin(new DemoStory.Wish(body.path("version").asString(""), Duration.ofSeconds(pace)));
            answer(request, begun ? 202 : 409, begun ? json() : refusal(BUSY));
        } catch (JacksonException malformed) {
            answer(request, 400, refusal("the body is no JSON object"));
        }
    }

    private static ObjectNode refusal(String words) {
        return JsonMapper.shared().createObjectNode().put("error", words);
    }

    private boolean begin(DemoStory.Wish wish) {
        if (!telling.begin()) {
            return false;
        }
        teller = Thread.ofVirtual().name("demo-story").start(() -> tell(wish));
        return true;
    }

    private void tell(DemoStory.Wish wish) {
        URI address = portal.get();
        try (PortalCaller caller = new PortalCaller(address)) {
            telling.end(new DemoStory(caller, address, telling, faults, wish).tell());
        } catch (StoryBrokenException broken) {
            telling.say(String.valueOf(broken.getMessage()));
            telling.end("BROKEN");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            telling.end("STOPPED");
        } catch (RuntimeException failure) {
            log.error("the story broke", failure);
            telling.say("The story broke: " + failure);
            telling.end("BROKEN");
        }
    }

    private void show(Request request, int status, String notice) throws IOException {
        Telling.State state = telling.state();
        if (state.running()) {
            request.answerHeader("Refresh", "2");
        }
        new StoryPage(state, notice).page().answer(request, status);
    }

    private ObjectNode json() {
        Telling.State state = telling.state();
        ObjectNode json = JsonMapper.shared().createObjectNode().put("running", state.running())
                .put("outcome", state.outcome()).put("promotion", state.promotion().toString());
        state.lines().forEach(line -> json.withArrayProperty("lines").addObject().put("at", line.at().toString())
                .put("text", line.text()));
        return json;
    }

    private static void answer(Request request, int status, JsonNode content) throws IOException {
        request.answer(status, "application/json", content + "\n");
    }

    @Override
    public void close() {
        Thread running = teller;
        if (running != null) {
            running.interrupt();
        }
    }
}
