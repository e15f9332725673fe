package dev.tiphys.catalog;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Takes over what providers see of instances, read by a workflow or pushed: outputs, and whether it is there at all.
@Component
public class Sightings {

    private static final int LONGEST_FOUND = 500_000;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_OUTPUTS = 50;

    private final InstanceStore store;
    private final LifeStore lives;
    private final ReadingStore readings;
    private final InstanceDeed deed;
    private final CatalogRights rights;
    private final CatalogNews news;
    private final Clock clock;

    Sightings(InstanceStore store, LifeStore lives, ReadingStore readings, InstanceDeed deed, CatalogRights rights,
            CatalogNews news, Clock clock) {
        this.store = store;
        this.lives = lives;
        this.readings = readings;
        this.deed = deed;
        this.rights = rights;
        this.news = news;
        this.clock = clock;
    }

    /// A reading has ended well.
    ///
    /// @param workflow as the server gives it
    @Transactional
    public void seen(Reading reading, RunReading seen, String workflow) {
        String found = reading.instance() == null ? resources(workflow) : "";
        readings.mark(reading.id(), RunPhase.SUCCEEDED, "", found, clock.instant());
        if (reading.instance() == null) {
            news.changedTopic("discovery-" + reading.provider() + "-" + reading.item());
            return;
        }
        store.lock(reading.instance()).filter(instance -> isUntouched(instance, reading))
                .ifPresent(instance -> take(instance, Sighting.of(seen.outputs()), Actor.portal("catalog")));
    }

    // The list of resources is longer than any output that is shown.
    private static String resources(String workflow) {
        return JsonView.parse(workflow).items("status", "outputs", "parameters")
                .filter(one -> one.text("name").equals("resources")).map(one -> one.text("value")).findFirst()
                .filter(text -> text.length() <= LONGEST_FOUND).orElse("").replace("\u0000", "");
    }

    // What was seen before somebody did something may not be true any more.
    private boolean isUntouched(Instance instance, Reading reading) {
        return isReadable(instance) && readings.runs(instance.id()) == reading.runs();
    }

    private static boolean isReadable(Instance instance) {
        return switch (instance.status()) {
            case ACTIVE, EXPIRED, GONE -> true;
            case WAITING_FOR_APPROVAL, PROVISIONING, UPDATING, FAILED, DELETING, DELETED -> false;
        };
    }

    @Transactional
    public void failed(Reading reading, String why) {
        readings.mark(reading.id(), RunPhase.FAILED, why, "", clock.instant());
        if (reading.instance() == null) {
            news.changedTopic("discovery-" + reading.provider() + "-" + reading.item());
        } else {
            readings.failed(reading.instance(), why);
            news.changed(reading.instance());
        }
    }

    /// The provider itself says how an instance is.
    @Transactional
    public void push(InstanceId id, Sighting sighting, Person person) {
        deed.make(id, "catalog.pushed", person, (instance, entry) -> {
            rights.requireProvider(person, instance.provider());
            check(sighting);
            if (!isReadable(instance)) {
                throw new Refusal.Conflict("An action is under way, or it is deleted. What it gives counts.");
            }
            take(instance, sighting, Actor.of(person));
            return entry.change(null, sighting.exists() ? "exists" : "gone");
        });
    }

    private static void check(Sighting sighting) {
        Map<String, String> problems = new TreeMap<>();
        if (sighting.outputs().size() > MOST_OUTPUTS) {
            problems.put("outputs", "At most " + MOST_OUTPUTS + " are possible.");
        }
        sighting.outputs().forEach((name, value) -> {
            String problem = name.length() > 100 ? "The name is too long." : FormCheck.text(value, LONGEST_VALUE);
            if (!problem.isEmpty()) {
                problems.put("output " + name, problem);
            }
        });
        String problem = FormCheck.text(sighting.reason(), LONGEST_VALUE);
        if (!problem.isEmpty()) {
            problems.put("reason", problem);
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private void take(Instance instance, Sighting sighting, Actor by) {
        readings.read(instance.id(), clock.instant());
        store.receive(instance, sighting.outputs());
        if (!sighting.exists() && instance.status() != InstanceStatus.GONE) {
            lives.spare(instance.id());
            stand(instance, InstanceStatus.GONE, sighting.reason().isEmpty()
                    ? "Its provider does not find it any more: somebody deleted it without the portal."
                    : sighting.reason(), "catalog.gone", by);
        } else if (sighting.exists() && instance.status() == InstanceStatus.GONE) {
            stand(instance, InstanceStatus.ACTIVE, "", "catalog.found-again", by);
        }
        news.changed(instance.id());
    }

    private void stand(Instance instance, InstanceStatus status, String why, String code, Actor by) {
        store.stand(instance.id(), status, why, clock.instant());
        news.record(ActionTaken.by(by, code, "instance", instance.id().toString())
                .change(instance.status().name(), status.name()).because(why), instance.provider(), instance.team());
    }
}
