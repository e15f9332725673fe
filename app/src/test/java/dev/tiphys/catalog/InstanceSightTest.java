package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.catalog.BulkUpgrade.MemberState;
import dev.tiphys.catalog.BulkUpgrade.State;
import dev.tiphys.web.Refusal;

class InstanceSightTest extends KennelTest {

    @Autowired
    InstanceSightTest(ApplicationContext portal, Orders orders, InstanceActions actions, Instances instances,
            RunProgress progress, JdbcClient database) {
        super(portal, orders, actions, instances, progress, database);
    }

    @Test
    void whatItsProviderDoesNotFindIsGoneUntilItIsBack() {
        InstanceId id = active("Shed");
        Sightings sightings = the(Sightings.class);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> sightings.push(id, new Sighting(false, "", Map.of()), developer));
        sightings.push(id, new Sighting(false, "It burnt down.", Map.of()), provider);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.GONE);
        assertThat(get(id).reason()).isEqualTo("It burnt down.");
        sightings.push(id, new Sighting(true, "", Map.of("dogs", "3")), provider);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(get(id).value("dogs")).isEqualTo("3");
        assertThat(get(id).life().readAt()).isNotNull();
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(
                () -> sightings.push(id, new Sighting(true, "", Map.of("dogs", "{{inputs}}")), provider));
    }

    @Test
    void aReadingBlocksNobodyAndCountsOnlyIfNothingWasDoneMeanwhile() {
        InstanceId id = active("Barn");
        quietly(() -> the(Readings.class).read(id, developer));
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> the(Readings.class).read(id, developer));
        Reading first = reading(id);
        actions.run(id, "paint", Map.of("colour", "red"), "", developer);
        end(id, true);
        the(Sightings.class).seen(first, seen(first, Map.of("exists", "false")), "{}");
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);

        quietly(() -> the(Readings.class).read(id, developer));
        Reading second = reading(id);
        the(Sightings.class).failed(second, "provider API 503");
        assertThat(get(id).life().readProblem()).contains("503");
        quietly(() -> the(Readings.class).read(id, developer));
        Reading third = reading(id);
        the(Sightings.class).seen(third, seen(third, Map.of("exists", "False", "reason", "Sold.")), "{}");
        assertThat(get(id).status()).isEqualTo(InstanceStatus.GONE);
        assertThat(get(id).reason()).isEqualTo("Sold.");
        assertThat(instances.runs(id, developer)).hasSize(2);
    }

    // Nobody answers in this test, so the portal itself must not try to look.
    private void quietly(Runnable deed) {
        new TransactionTemplate(the(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            deed.run();
            database.sql("delete from scheduled_tasks where task_name = 'read-catalog-instance'").update();
        });
    }

    private Reading reading(InstanceId id) {
        return the(ReadingStore.class).find(database.sql("""
                select id from catalog_reading where instance = ? order by created_at desc limit 1
                """).param(id.value()).query(UUID.class).single()).orElseThrow();
    }

    private static RunReading seen(Reading reading, Map<String, String> outputs) {
        return new RunReading(reading.namespace(), reading.workflow(), "", "Succeeded", outputs, "");
    }

    @Test
    void whoseTurnItIsIsReadAgain() {
        InstanceId id = active("Loft");
        Readings readings = the(Readings.class);
        database.sql("delete from catalog_reading").update();
        database.sql("update catalog_instance set read_tried_at = now() where id <> ?").param(id.value()).update();
        Instant now = Clock.systemUTC().instant();
        assertThat(readings.due(now)).containsExactly(id.value());
        quietly(() -> readings.begin(id.value()));
        assertThat(readings.due(now)).isEmpty();
    }

    @Test
    void whatExistsBecomesAnInstanceWithoutAWorkflow() {
        active("Taken");
        Adoptions adoption = the(Adoptions.class);
        List<Found> rows = List.of(new Found("Old Oak", "shop", Map.of("size", "large"), Map.of("dogs", "7")),
                new Found("taken", "shop", Map.of(), Map.of()), new Found("Stray", "", Map.of(), Map.of()),
                new Found("stray", "", Map.of(), Map.of()), new Found("X", "ghosts", Map.of(), Map.of()));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> adoption.adopt("pet-store", "kennel", rows, developer));
        assertThat(adoption.preview("pet-store", "kennel", rows, provider)).extracting(AdoptionResult::isGood)
                .containsExactly(true, false, true, false, false);
        List<AdoptionResult> results = adoption.adopt("pet-store", "kennel", rows, provider);
        assertThat(results).extracting(result -> result.instance() != null)
                .containsExactly(true, false, true, false, false);

        InstanceId id = new InstanceId(Objects.requireNonNull(results.getFirst().instance()));
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(get(id).life().adopted()).isTrue();
        assertThat(get(id).life().expiresAt()).isNull();
        assertThat(get(id).value("dogs")).isEqualTo("7");
        assertThat(instances.runs(id, developer)).isEmpty();
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> actions.retry(id, developer));
        actions.run(id, "paint", Map.of("colour", "red"), "", developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.UPDATING);
    }

    @Test
    void whatIsFoundIsComparedWithWhatIsKnown() {
        active("Known");
        Discoveries discoveries = the(Discoveries.class);
        database.sql("delete from catalog_reading where instance is null").update();
        quietly(() -> discoveries.start("pet-store", "kennel", provider));
        Reading search = the(ReadingStore.class).findDiscovery("pet-store", "kennel").orElseThrow();
        the(Sightings.class).seen(search, seen(search, Map.of()), """
                {"status": {"outputs": {"parameters": [{"name": "resources", "value":
                  "[{\\"name\\": \\"known\\"}, {\\"name\\": \\"Lost\\", \\"dogs\\": 2}]"}]}}}""");
        Discoveries.Discovery found = discoveries.find("pet-store", "kennel", provider).orElseThrow();
        assertThat(found.known()).isOne();
        assertThat(found.unknown()).containsExactly(new Found("Lost", "", Map.of(), Map.of("dogs", "2")));
    }

    private InstanceId old(String name) {
        InstanceId id = active(name);
        database.sql("update catalog_instance set item_version = '1' where id = ?").param(id.value()).update();
        return id;
    }

    @Test
    void anInstanceIsOfTheNewVersionOnceItsUpgradeHasEndedWell() {
        InstanceId id = old("Cabin");
        Upgrades upgrades = the(Upgrades.class);
        Upgrades.Offer offer = upgrades.find(get(id)).orElseThrow();
        assertThat(offer).isEqualTo(new Upgrades.Offer("1", "2", "2020-01-01", "The roof leaks.", true, ""));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> upgrades.upgrade(get(id), "2", Map.of(), developer));
        upgrades.upgrade(get(id), "2", Map.of("roof", "slate"), developer);
        end(id, false);
        assertThat(get(id).itemVersion()).isEqualTo("1");
        actions.retry(id, developer);
        end(id, true);
        assertThat(get(id).itemVersion()).isEqualTo("2");
        assertThat(upgrades.find(get(id))).isEmpty();
        assertThat(records("catalog.upgraded", id)).isOne();
    }

    @Test
    void manyAreUpgradedSomeAtATimeAndNoFurtherThanAFailure() {
        database.sql("update catalog_instance set item_version = '2' where item = 'kennel'").update();
        List<InstanceId> ids = List.of(old("One"), old("Two"), old("Three"));
        BulkUpgrades bulks = the(BulkUpgrades.class);
        BulkUpgradeWork work = the(BulkUpgradeWork.class);
        assertThat(bulks.preview("pet-store", "kennel", Map.of(), provider).candidates())
                .allSatisfy(one -> assertThat(one.missing()).containsExactly("roof"));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> bulks.preview("pet-store", "kennel", Map.of(), developer));

        UUID bulk = bulks.start("pet-store", "kennel", "2", Set.of(), Map.of("roof", "tin"), 2, provider);
        work.step(bulk);
        assertThat(bulks.get(bulk, provider).count(MemberState.RUNNING)).isEqualTo(2);
        end(ids.get(0), true);
        end(ids.get(1), false);
        assertThat(work.step(bulk)).isFalse();
        BulkUpgrade stopped = bulks.get(bulk, provider);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.reason()).isEqualTo("Two: no paint");
        assertThat(get(ids.get(2)).status()).isEqualTo(InstanceStatus.ACTIVE);

        bulks.resume(bulk, false, provider);
        work.step(bulk);
        end(ids.get(1), true);
        end(ids.get(2), true);
        assertThat(work.step(bulk)).isFalse();
        assertThat(bulks.get(bulk, provider).state()).isEqualTo(State.DONE);
        assertThat(ids).allSatisfy(id -> assertThat(get(id).itemVersion()).isEqualTo("2"));
    }

    @Test
    void aSecretIsForItsOwnersAndLeavesNothingButARecord() {
        InstanceId id = active("Vault");
        the(Sightings.class).push(id, new Sighting(true, "", Map.of("key", "vault-key")), provider);
        SecretOutputs secrets = the(SecretOutputs.class);
        assertThat(secrets.of(get(id))).containsExactly("key");
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> secrets.reveal(id, "key", provider));
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> secrets.reveal(id, "size", developer));
        // Nobody answers in this test, so the Secret itself cannot be read.
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> secrets.reveal(id, "key", developer))
                .withMessageContaining("cannot be read");
        assertThat(records("catalog.revealed", id)).isEqualTo(3);
    }
}
