package dev.tiphys.sandbox.control;

import java.net.URI;
import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.time.SimClock;

/// All that can be moved in the sandbox, whichever way the wish arrives. A wrong wish is an
/// [IllegalArgumentException] with a sentence about it.
final class Levers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimClock clock;
    private final FaultBook book;
    private final HttpFaults httpFaults;
    private final Consumer<URI> portals;

    Levers(SimClock clock, FaultBook book, HttpFaults httpFaults, Consumer<URI> portals) {
        this.clock = clock;
        this.book = book;
        this.httpFaults = httpFaults;
        this.portals = portals;
    }

    ObjectNode state() {
        ObjectNode state = JSON.createObjectNode();
        state.set("clock", clock());
        state.set("faults", faults());
        return state;
    }

    ObjectNode clock() {
        return JSON.createObjectNode().put("now", clock.now().toString()).put("speed", clock.speed());
    }

    ObjectNode setSpeed(Form wish) {
        try {
            clock.setSpeed(Double.parseDouble(wish.get("speed")));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("speed must be a number between 0 and 10000, not '" + wish.get("speed")
                    + "'", notANumber);
        }
        return clock();
    }

    ObjectNode advance(Form wish) {
        clock.advance(DurationText.parse("by", wish.get("by")));
        return clock();
    }

    ArrayNode faults() {
        ArrayNode faults = JSON.createArrayNode();
        book.list().forEach(entry -> faults.add(json(entry)));
        return faults;
    }

    ObjectNode setFault(Form wish) {
        return json(book.set(wish));
    }

    private static ObjectNode json(FaultBook.Entry entry) {
        return JSON.createObjectNode().put("id", entry.id()).put("kind", entry.kind()).put("sentence",
                entry.fault().sentence());
    }

    boolean lift(String id) {
        return book.lift(id);
    }

    ArrayNode liftAll() {
        book.liftAll();
        return faults();
    }

    ObjectNode cutStreams(Form wish) {
        return JSON.createObjectNode().put("cut",
                httpFaults.cutStreams(PathPattern.of(wish.find("path").orElse("/*"))));
    }

    ObjectNode addPortal(Form wish) {
        portals.accept(URI.create(wish.get("url")));
        return JSON.createObjectNode().put("portal", wish.get("url"));
    }
}
