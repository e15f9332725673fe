package dev.tiphys.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;

/// Looks at Argo Events: whether the webhook is there, and what the objects of the wiring say of themselves.
///
/// @param webhook that hears how promotions end; null where the portal is not told of it
record EventsProbe(Hub hub, @Nullable URI webhook, String namespace, HttpClient http) implements ConnectionProbe {

    @Override
    public String id() {
        return "events";
    }

    @Override
    public String name() {
        return "Argo Events";
    }

    @Override
    public String address() {
        return webhook == null ? "namespace " + namespace : webhook.toString();
    }

    @Override
    public Finding look() throws IOException, InterruptedException {
        if (webhook != null) {
            knock(webhook);
        }
        return new Finding("", remark());
    }

    // A webhook takes POST alone, and a POST would be an event: any answer to a GET but a failure tells that it is
    // there.
    private void knock(URI address) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(address).build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 500) {
            throw new IOException("the webhook answers " + answer.statusCode());
        }
    }

    private String remark() {
        try {
            List<Hub.EventsObject> objects = hub.events(namespace);
            if (objects.isEmpty()) {
                return "there is no EventSource and no Sensor in " + namespace;
            }
            return objects.stream().filter(object -> !object.failing().isEmpty())
                    .map(object -> object.kind() + " " + object.name() + ": " + String.join(", ", object.failing()))
                    .collect(Collectors.joining("; "));
        } catch (ArgoException.Forbidden | ArgoException.NotFound unseen) {
            return "its objects cannot be seen: " + unseen.getMessage();
        }
    }
}
