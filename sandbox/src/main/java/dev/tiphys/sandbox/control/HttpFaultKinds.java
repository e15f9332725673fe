package dev.tiphys.sandbox.control;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import dev.tiphys.sandbox.page.Form;

/// The faults of HTTP by name: `answer`, `delay`, `hang-up`, `lose-answer` and `lose-events`. Each takes `path`, and
/// optionally `method`, `times` and `for` (by the sandbox's clock).
final class HttpFaultKinds {

    private final HttpFaults faults;
    private final Clock clock;

    HttpFaultKinds(HttpFaults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    Map<String, FaultKind> all() {
        return Map.of("answer", form -> {
            int status = (int) number(form, "status", 500);
            return begin(form, new Effect.Answer(status), "answers " + status);
        }, "delay", form -> {
            Duration latency = DurationText.parse("latency", form.find("latency").orElse("2s"));
            return begin(form, new Effect.Delay(latency), "answers " + latency.toMillis() + " ms late");
        }, "hang-up", form -> begin(form, new Effect.HangUp(), "closes the connection without an answer"),
                "lose-answer", form -> begin(form, new Effect.LoseAnswer(), "does it, and its answer is lost"),
                "lose-events", form -> begin(form, new Effect.LoseEvents(), "loses the events of open streams"));
    }

    private FaultKind.Begun begin(Form form, Effect effect, String verb) {
        PathPattern path = PathPattern.of(form.get("path"));
        String method = form.get("method").toUpperCase(Locale.ROOT);
        long times = number(form, "times", Long.MAX_VALUE);
        Instant until = form.find("for").map(text -> clock.instant().plus(DurationText.parse("for", text)))
                .orElse(Instant.MAX);
        HttpFault fault = new HttpFault(path, method, effect, times, until);
        faults.add(fault);
        String sentence = (method.isEmpty() ? "" : method + " ") + path.text() + " " + verb
                + form.find("times").map(count -> ", " + count + " times").orElse("")
                + form.find("for").map(time -> ", for " + time).orElse("");
        return new FaultKind.Begun(sentence, () -> faults.remove(fault), () -> fault.isOver(clock.instant()));
    }

    private static long number(Form form, String name, long otherwise) {
        String text = form.find(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,19}")) {
            throw new IllegalArgumentException(name + " must be a number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
