package dev.tiphys.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.connection.ConnectionProbe.Finding;
import dev.tiphys.connection.ConnectionView.Standing;
import dev.tiphys.connection.ConnectionView.Trouble;

/// What the latest looks at one system told.
final class ConnectionMemory {

    private static final int KEPT = 40;

    private final ConnectionProbe probe;
    private final Deque<Duration> latencies = new ArrayDeque<>();
    private Standing standing = Standing.UNKNOWN;
    private Finding finding = Finding.well("");
    private List<TokenRight> rights = List.of();
    private @Nullable Instant since;
    private @Nullable Instant checked;
    private @Nullable Instant askedForRights;
    private @Nullable Trouble trouble;

    ConnectionMemory(ConnectionProbe probe) {
        this.probe = probe;
    }

    synchronized void reached(Finding found, Duration latency, Instant now) {
        finding = found;
        latencies.addLast(latency);
        if (latencies.size() > KEPT) {
            latencies.removeFirst();
        }
        if (!found.remark().isEmpty()) {
            trouble = new Trouble(found.remark(), "", now);
        }
        pass(found.remark().isEmpty() ? Standing.REACHABLE : Standing.AILING, now);
    }

    synchronized void missed(String reason, String hint, Instant now) {
        trouble = new Trouble(reason, hint, now);
        pass(Standing.UNREACHABLE, now);
    }

    private void pass(Standing next, Instant now) {
        if (next != standing) {
            standing = next;
            since = now;
        }
        checked = now;
    }

    synchronized boolean wantsRights(Instant now, Duration age) {
        return askedForRights == null || askedForRights.plus(age).isBefore(now);
    }

    synchronized void askAgain() {
        askedForRights = null;
    }

    synchronized void may(List<TokenRight> found, Instant now) {
        rights = List.copyOf(found);
        askedForRights = now;
    }

    synchronized ConnectionView view() {
        return new ConnectionView(probe.id(), probe.name(), probe.address(), standing, finding.version(), since,
                checked, latencies.isEmpty() ? null : latencies.getLast().toMillis(), percentile(), trouble, rights);
    }

    private @Nullable Long percentile() {
        if (latencies.isEmpty()) {
            return null;
        }
        List<Duration> sorted = latencies.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1).toMillis();
    }
}
