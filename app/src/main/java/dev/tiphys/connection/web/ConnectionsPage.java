package dev.tiphys.connection.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.connection.ConnectionView;
import dev.tiphys.connection.ConnectionView.Standing;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// What the page of the remote systems shows.
record ConnectionsPage(List<Row> rows, int unreachable, int ailing, String live) {

    /// One system.
    record Row(String name, String address, Status status, String version, @Nullable Age since, @Nullable Age checked,
            String latency, String percentile, @Nullable Trouble trouble) {}

    /// Its latest error.
    record Trouble(String reason, String hint, Age age, boolean over) {}

    static ConnectionsPage of(List<ConnectionView> views, Instant now) {
        return new ConnectionsPage(views.stream().map(view -> row(view, now)).toList(),
                count(views, Standing.UNREACHABLE), count(views, Standing.AILING), "connections");
    }

    private static int count(List<ConnectionView> views, Standing standing) {
        return (int) views.stream().filter(view -> view.standing() == standing).count();
    }

    private static Row row(ConnectionView view, Instant now) {
        return new Row(view.name(), view.address(), status(view.standing()), view.version(), age(view.since(), now),
                age(view.checkedAt(), now), milliseconds(view.latency()), milliseconds(view.latencyP95()),
                trouble(view, now));
    }

    private static @Nullable Age age(@Nullable Instant moment, Instant now) {
        return moment == null ? null : Age.of(moment, now);
    }

    private static String milliseconds(@Nullable Long value) {
        return value == null ? "" : value + " ms";
    }

    private static @Nullable Trouble trouble(ConnectionView view, Instant now) {
        ConnectionView.Trouble last = view.lastError();
        return last == null
                ? null
                : new Trouble(last.reason(), last.hint(), Age.of(last.at(), now),
                        view.standing() == Standing.REACHABLE);
    }

    private static Status status(Standing standing) {
        return switch (standing) {
            case REACHABLE -> new Status(State.OK, "Reachable");
            case AILING -> new Status(State.WAIT, "Needs a look");
            case UNREACHABLE -> new Status(State.BAD, "Not reachable");
            case UNKNOWN -> new Status(State.IDLE, "Not checked yet");
        };
    }
}
