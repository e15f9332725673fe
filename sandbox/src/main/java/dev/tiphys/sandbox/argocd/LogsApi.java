package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// The logs of an Application's pods.
final class LogsApi {

    private static final int MOST_PODS = 10;

    private final ApplicationAccess access;
    private final LiveAccess objects;

    LogsApi(ApplicationAccess access, LiveAccess objects) {
        this.access = access;
        this.objects = objects;
    }

    void mount(Gateway gateway) {
        gateway.stream("/v1/applications/{name}/logs", call -> logs(call, call.query("podName")))
                .stream("/v1/applications/{name}/pods/{podName}/logs", call -> logs(call, call.parameter("podName")));
    }

    private void logs(Call call, String podName) throws IOException, InterruptedException {
        Application application = access.require(call, "get");
        call.caller().demand("logs", "get", ApplicationAccess.object(application));
        objects.requireReachable(call, application);
        List<LiveObject> pods = pods(call, application, podName);
        if (pods.size() > MOST_PODS) {
            throw GrpcException.invalid("max pods to view logs are reached. Please provide more granular query");
        }
        try (StreamWriter writer = new StreamWriter(call)) {
            if (!pods.isEmpty()) {
                write(call, pods, writer);
            }
        }
    }

    private List<LiveObject> pods(Call call, Application application, String podName) {
        List<LiveObject> live = objects.live().of(application.name());
        String owner = call.query("resourceName");
        List<LiveObject> pods = new ArrayList<>();
        for (LiveObject object : live) {
            boolean named = podName.isEmpty() || object.key().name().equals(podName);
            boolean owned = owner.isEmpty() || Ownership.descends(object, call.query("kind"), owner, live);
            if (object.kind().equals(Kind.POD) && named && owned) {
                pods.add(object);
            }
        }
        return pods;
    }

    private void write(Call call, List<LiveObject> pods, StreamWriter writer)
            throws IOException, InterruptedException {
        Instant now = now();
        Instant until = until(call, now);
        List<Entry> entries = entries(call, pods, since(call, now), until);
        long tail = call.number("tailLines", entries.size());
        for (Entry entry : entries.subList((int) Math.max(0, entries.size() - tail), entries.size())) {
            writer.write(entry.json());
        }
        if (call.flag("follow", false)) {
            follow(call, pods, writer, now);
        }
        writer.write(new Entry("", until, "").json(true));
    }

    private void follow(Call call, List<LiveObject> pods, StreamWriter writer, Instant from)
            throws IOException, InterruptedException {
        Instant last = from;
        while (pods.stream().anyMatch(this::isPresent)) {
            access.applications().world().clock().sleep(Duration.ofSeconds(1));
            call.deadline().check();
            Instant now = now();
            for (Entry entry : entries(call, pods, last, now)) {
                writer.write(entry.json());
            }
            last = now;
        }
    }

    private boolean isPresent(LiveObject pod) {
        return access.applications().world().store()
                .find(pod.member(), Kind.POD, pod.key().namespace(), pod.key().name()).isPresent();
    }

    private Instant now() {
        return access.applications().world().clock().now();
    }

    private static Instant since(Call call, Instant now) {
        long seconds = call.number("sinceSeconds", 0);
        return seconds > 0 ? now.minusSeconds(seconds) : Instant.EPOCH;
    }

    private static Instant until(Call call, Instant now) {
        try {
            return call.query("untilTime").isEmpty() ? now : Instant.parse(call.query("untilTime"));
        } catch (DateTimeParseException malformed) {
            throw new GrpcException(GrpcCode.INVALID_ARGUMENT, "invalid untilTime parameter value: "
                    + malformed.getMessage());
        }
    }

    private static List<Entry> entries(Call call, List<LiveObject> pods, Instant since, Instant until) {
        String filter = call.query("filter");
        boolean inverse = filter.startsWith("!");
        boolean matchCase = call.flag("matchCase", false);
        String text = folded(inverse ? filter.substring(1) : filter, matchCase);
        List<Entry> entries = new ArrayList<>();
        for (LiveObject pod : pods) {
            for (PodLogs.Line line : PodLogs.of(pod.json(), call.query("container"), since, until)) {
                if (folded(line.text(), matchCase).contains(text) != inverse) {
                    entries.add(new Entry(pod.key().name(), line.at(), line.text()));
                }
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return entries;
    }

    private static String folded(String text, boolean matchCase) {
        return matchCase ? text : text.toLowerCase(Locale.ROOT);
    }

    private record Entry(String pod, Instant at, String text) {

        ObjectNode json() {
            return json(false);
        }

        ObjectNode json(boolean last) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.putObject("result").put("content", text).put("timeStamp", at.truncatedTo(ChronoUnit.SECONDS)
                    .toString()).put("last", last).put("timeStampStr", at.toString()).put("podName", pod);
            return json;
        }
    }
}
