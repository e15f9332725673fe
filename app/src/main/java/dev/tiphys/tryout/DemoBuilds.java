package dev.tiphys.tryout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tiphys.sandbox.people.DemoUser;

/// Stands for the build pipelines of the demo's teams: each announces the version it has just built, by the JSON API
/// and with a token, as a real pipeline does.
final class DemoBuilds {

    private static final Logger log = LoggerFactory.getLogger(DemoBuilds.class);
    private static final int TRIES = 60;
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private static final List<Build> BUILDS = List.of(
            new Build("checkout", "v5", "8f2d1c7be04a95d36c1e0f7a42b98d5501e3c6aa"),
            new Build("payments", "v5", "3b9e6f10d27c84a5be91f03c6d75a8420cf1e97d"),
            new Build("catalogue", "2.33.0", "d41c07ea5f9382b6047e1c8d93fa65b2708e4c1f"));

    private final URI portal;

    DemoBuilds(URI portal) {
        this.portal = portal;
    }

    private record Build(String service, String version, String revision) {

        String json() {
            return """
                    {"version": "%s", "revision": "%s", "links": {"changes": "https://git.example/%s/commit/%s"}}
                    """.formatted(version, revision, service, revision);
        }
    }

    /// Announces them in the background, once the portal knows the fleet.
    void announce() {
        Thread.ofVirtual().name("demo-builds").start(() -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (Build build : BUILDS) {
                    announce(client, build);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void announce(HttpClient client, Build build) throws InterruptedException {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                int status = client.send(request(build), HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status < 300) {
                    return;
                }
                log.debug("the portal answers {} to the announcement of {}", status, build.service());
            } catch (IOException notYet) {
                log.debug("the portal did not hear of {}: {}", build.service(), notYet.toString());
            }
            Thread.sleep(BETWEEN);
        }
    }

    private HttpRequest request(Build build) {
        String token = DemoUser.all().stream().filter(user -> user.username().equals("developer")).findFirst()
                .orElseThrow().apiToken();
        return HttpRequest.newBuilder(portal.resolve(portal.getPath() + "/api/v1/services/" + build.service()
                + "/versions")).timeout(DEADLINE).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(build.json())).build();
    }
}
