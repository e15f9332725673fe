package dev.tiphys.sandbox.control;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;

/// Stands before every system of the sandbox and does what the faults say. The levers themselves are never disturbed.
final class HttpFaults implements SandboxServer.Interceptor {

    private final Clock clock;
    private final List<HttpFault> faults = new CopyOnWriteArrayList<>();
    private final Map<TrackedStream, Request> streams = new ConcurrentHashMap<>();

    HttpFaults(Clock clock) {
        this.clock = clock;
    }

    void add(HttpFault fault) {
        faults.add(fault);
    }

    void remove(HttpFault fault) {
        faults.remove(fault);
    }

    @Override
    public boolean intercepts(Request request) throws IOException, InterruptedException {
        String path = request.rawPath();
        if (path.equals("/sandbox") || path.startsWith("/sandbox/")) {
            return false;
        }
        track(request, path);
        for (HttpFault fault : faults) {
            if (!(fault.effect() instanceof Effect.LoseEvents)
                    && fault.meets(request.method(), path, clock.instant())
                    && disturb(request, fault.effect())) {
                return true;
            }
        }
        return false;
    }

    private static boolean disturb(Request request, Effect effect) throws IOException, InterruptedException {
        return switch (effect) {
            case Effect.Answer answer -> {
                FaultAnswer.send(request, answer.status());
                yield true;
            }
            case Effect.HangUp hangUp -> {
                request.abandon();
                yield true;
            }
            case Effect.Delay delay -> {
                Thread.sleep(delay.latency());
                yield false;
            }
            case Effect.LoseAnswer loseAnswer -> {
                request.loseAnswer();
                yield false;
            }
            case Effect.LoseEvents loseEvents -> false;
        };
    }

    private void track(Request request, String path) {
        request.wrapStream(client -> {
            TrackedStream stream = new TrackedStream(path, client, () -> loses(path), streams::remove);
            streams.put(stream, request);
            return stream;
        });
    }

    private boolean loses(String path) {
        return faults.stream().anyMatch(fault -> fault.effect() instanceof Effect.LoseEvents
                && fault.meetsStream(path, clock.instant()));
    }

    /// Cuts the open streams below `path` and says how many there were.
    int cutStreams(PathPattern path) {
        int count = 0;
        for (TrackedStream stream : Set.copyOf(streams.keySet())) {
            Request request = streams.get(stream);
            if (path.matches(stream.path()) && request != null) {
                stream.cut();
                streams.remove(stream);
                request.abandon();
                count++;
            }
        }
        return count;
    }
}
