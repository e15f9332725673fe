package dev.tiphys.sandbox.providers;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the providers have made. Things take their time to be ready.
final class Things {

    private static final java.time.Duration FULL = java.time.Duration.ofHours(6);

    private final Clock clock;
    private final ProviderFaults faults;
    private final Map<Offer, Map<String, Thing>> all = new EnumMap<>(Offer.class);

    Things(Clock clock, ProviderFaults faults) {
        this.clock = clock;
        this.faults = faults;
        for (Offer offer : Offer.values()) {
            all.put(offer, new TreeMap<>());
        }
    }

    private record Thing(ObjectNode body, Instant readyAt, String password, @Nullable Instant fedAt) {}

    /// Makes it, or changes the one that there is: asked twice it is made once.
    synchronized ObjectNode put(Offer offer, String id, JsonNode wish) {
        Thing before = of(offer).get(id);
        ObjectNode body = before == null ? JsonMapper.shared().createObjectNode() : before.body().deepCopy();
        wish.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        body.put("id", id);
        offer.check(id, body);
        if (before == null || !before.body().equals(body)) {
            if (faults.fails(offer)) {
                body.put("broken", true);
            } else {
                body.remove("broken");
            }
            of(offer).put(id, new Thing(body, clock.instant().plus(offer.takes()), before == null
                    ? UUID.randomUUID().toString()
                    : before.password(), before == null ? null : before.fedAt()));
        }
        return get(offer, id);
    }

    /// Something that a job has made.
    synchronized void made(Offer offer, String id, ObjectNode body) {
        of(offer).put(id, new Thing(body.put("id", id), clock.instant(), "", null));
    }

    synchronized ObjectNode feed(String id, String meal) {
        Thing pet = required(Offer.PETS, id);
        if (meal.equals("chocolate")) {
            throw Refusal.impossible("Pets do not take chocolate.");
        }
        if (meal.isBlank()) {
            throw Refusal.impossible("The plate is empty.");
        }
        of(Offer.PETS).put(id, new Thing(pet.body().deepCopy().put("meal", meal), pet.readyAt(), pet.password(),
                clock.instant()));
        return get(Offer.PETS, id);
    }

    synchronized ObjectNode get(Offer offer, String id) {
        return described(offer, required(offer, id));
    }

    synchronized ObjectNode credentials(String id) {
        Thing database = required(Offer.DATABASES, id);
        return JsonMapper.shared().createObjectNode().put("username", "app").put("password", database.password());
    }

    synchronized void remove(Offer offer, String id) {
        required(offer, id);
        of(offer).remove(id);
    }

    synchronized List<ObjectNode> list(Offer offer) {
        List<ObjectNode> things = new ArrayList<>();
        of(offer).values().forEach(thing -> things.add(described(offer, thing)));
        return things;
    }

    private ObjectNode described(Offer offer, Thing thing) {
        ObjectNode body = thing.body().deepCopy();
        boolean ready = !clock.instant().isBefore(thing.readyAt());
        boolean broken = body.remove("broken") != null;
        body.put("state", !ready ? "creating" : broken ? "failed" : "ready");
        if (ready && broken) {
            body.put("message", "The " + offer.one() + " could not be made: the system behind it is out of order.");
        }
        if (offer == Offer.PETS) {
            body.put("mood", thing.fedAt() != null && thing.fedAt().plus(FULL).isAfter(clock.instant())
                    ? "happy"
                    : "hungry");
        }
        return body;
    }

    private Map<String, Thing> of(Offer offer) {
        return all.getOrDefault(offer, new TreeMap<>());
    }

    private Thing required(Offer offer, String id) {
        return Optional.ofNullable(of(offer).get(id)).orElseThrow(() -> Refusal.unknown(offer.one() + " " + id));
    }
}
