package dev.tiphys.steps;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// Asks an API for something, waits until it is done, and leaves what it answered as output parameters. A refusal of
/// what was asked is the asker's to mend, everything else the API's owner's.
final class ApiCall {

    /// Stands for a field: whether there is what was asked for.
    private static final String FOUND = "$found";
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    private final CallOrder order;
    private final Pod pod;
    private final ApiClient api;
    private JsonNode answer = JsonView.object();
    private boolean found;

    ApiCall(CallOrder order, Pod pod) {
        this.order = order;
        this.pod = pod;
        this.api = new ApiClient(pod, URI.create(pod.get("API_URL").replaceAll("/+$", "")),
                pod.find("API_TOKEN").orElse(""));
    }

    /// @return one sentence on what was done
    String run() throws InterruptedException {
        String path = filled(order.path());
        take(api.call(order.method(), path, body()), order.method() + " " + path);
        if (order.find("until").isPresent()) {
            await(filled(order.find("poll").orElse(order.path())));
        }
        leave();
        return order.method() + " " + path + ": done";
    }

    private String body() {
        Map<String, String> fields = order.pairs("field");
        if (fields.isEmpty()) {
            return "";
        }
        ObjectNode body = JsonView.object();
        fields.forEach((name, variable) -> {
            ObjectNode place = body;
            String[] parts = name.split("\\.", -1);
            for (int i = 0; i + 1 < parts.length; i++) {
                place = place.withObjectProperty(parts[i]);
            }
            place.put(parts[parts.length - 1], pod.find(variable).orElse(""));
        });
        return JsonView.write(body);
    }

    private void take(ApiClient.Answer given, String what) {
        pod.say(what + ": " + given.status());
        if (order.isFine(given.status())) {
            answer = given.json();
            found = given.status() / 100 == 2;
            return;
        }
        String why = given.words();
        switch (given.status()) {
            case 400, 404, 409, 410, 422 -> throw new ChangeFailed(why);
            default -> throw new ApiClient.Away(what + " answered " + given.status() + ": " + why);
        }
    }

    private void await(String path) throws InterruptedException {
        Duration every = order.duration("every", "5s");
        Duration within = order.duration("within", "15m");
        Instant end = pod.now().plus(within);
        while (!isAmong("until")) {
            if (isAmong("failed")) {
                tellLog();
                throw new WorkFailed(order.find("reason").map(this::text).filter(words -> !words.isBlank())
                        .orElse("it ended as " + state("failed")));
            }
            if (pod.now().isAfter(end)) {
                throw new WorkFailed("it is still " + state("until") + " after " + within.toSeconds() + " s");
            }
            pod.sleep(every);
            take(api.call("GET", path, ""), "GET " + path);
            pod.say("it is " + state("until"));
        }
        tellLog();
    }

    private boolean isAmong(String option) {
        return order.pairs(option).entrySet().stream()
                .anyMatch(pair -> Arrays.asList(pair.getValue().split(",", -1)).contains(text(pair.getKey())));
    }

    private String state(String option) {
        return order.pairs(option).keySet().stream().map(this::text).findFirst().orElse("");
    }

    private void tellLog() throws InterruptedException {
        Optional<String> path = order.find("log").map(this::filled);
        if (path.isPresent()) {
            api.call("GET", path.get(), "").body().lines().forEach(pod::say);
        }
    }

    private void leave() throws InterruptedException {
        order.pairs("output").forEach((name, field) -> pod.leave(name, text(field)));
        Optional<String> secret = order.find("secret").map(this::plain);
        if (secret.isPresent()) {
            ObjectNode data = JsonView.object();
            order.pairs("secret-key").forEach((key, field) -> data.put(key, text(field)));
            new SecretKeeper(pod).keep(secret.get(), data);
            pod.leave("secret", secret.get());
        }
    }

    private String text(String field) {
        if (field.equals(FOUND)) {
            return Boolean.toString(found);
        }
        JsonNode value = answer;
        for (String part : field.split("\\.", -1)) {
            value = value.path(part);
        }
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }

    private String filled(String path) {
        return PLACE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(
                URLEncoder.encode(value(found.group(1)), StandardCharsets.UTF_8).replace("+", "%20")));
    }

    private String plain(String text) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String name) {
        String value = pod.find(name).orElseGet(() -> text(name));
        if (value.isEmpty()) {
            throw new UsageError("nothing is called {" + name + "}: no variable, and no field of the answer");
        }
        return value;
    }
}
