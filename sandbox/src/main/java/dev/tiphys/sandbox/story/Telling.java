package dev.tiphys.sandbox.story;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What has been told of the story so far. One telling at a time.
final class Telling {

    private final Clock clock;
    private final List<Line> lines = new ArrayList<>();
    private URI promotion = URI.create("");
    private String outcome = "";
    private boolean running;

    Telling(Clock clock) {
        this.clock = clock;
    }

    /// One thing that happened.
    record Line(Instant at, String text) {}

    /// What there is to see.
    ///
    /// @param promotion its page in the portal; empty before it has started
    /// @param outcome how it ended, such as `SUCCEEDED`, or why it could not go on; empty while it runs
    record State(boolean running, List<Line> lines, URI promotion, String outcome) {

        State {
            lines = List.copyOf(lines);
        }
    }

    /// Whether a new telling may begin; not while another one is under way.
    synchronized boolean begin() {
        if (running) {
            return false;
        }
        running = true;
        lines.clear();
        promotion = URI.create("");
        outcome = "";
        return true;
    }

    synchronized void say(String text) {
        lines.add(new Line(clock.instant(), text));
    }

    synchronized void isAbout(URI page) {
        promotion = page;
    }

    synchronized void end(String how) {
        running = false;
        outcome = how;
    }

    synchronized State state() {
        return new State(running, lines, promotion, outcome);
    }
}
