package dev.tiphys.steps;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.CallListener;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Endpoint;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// Tells Argo Events how the promotion ended. It may fail quietly: the promotion's end stands without it.
final class Notify implements Verb {

    private static final int TRIES = 3;

    @Override
    public String run(Order order, Pod pod) throws InterruptedException {
        ObjectNode event = JsonView.object();
        for (String field : List.of("promotion", "status", "service", "version", "failures", "message", "url")) {
            order.find(field).ifPresent(value -> event.put(field, value));
        }
        String url = pod.get("TIPHYS_EVENTS_URL");
        for (int attempt = 1;; attempt++) {
            try {
                post(URI.create(url), JsonView.write(event));
                return "told of the end of " + order.promotion();
            } catch (ArgoException e) {
                pod.say("cannot tell: " + e.getMessage());
                if (attempt == TRIES) {
                    return "the end of " + order.promotion() + " could not be told";
                }
            }
            pod.sleep(Duration.ofSeconds(2));
        }
    }

    private static void post(URI url, String event) {
        Endpoint endpoint = new Endpoint("argo events", url, () -> "", Duration.ofSeconds(10), CallListener.NONE);
        // The webhook answers a bare word, which is no JSON: only a refusal matters.
        new Transport(endpoint).tell(Call.of("POST", "post event", "").withBody(event));
    }
}
