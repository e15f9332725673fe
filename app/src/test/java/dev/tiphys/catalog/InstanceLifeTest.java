package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

class InstanceLifeTest extends KennelTest {

    @Autowired
    InstanceLifeTest(ApplicationContext portal, Orders orders, InstanceActions actions, Instances instances,
            RunProgress progress, JdbcClient database) {
        super(portal, orders, actions, instances, progress, database);
    }

    @Test
    void whatIsOrderedForATimeEndsUnlessSomebodyExtendsIt() {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> active("kennel", new OrderWish("Forever", "shop", Map.of(), Priority.NORMAL, "91d")))
                .satisfies(invalid -> assertThat(invalid.fields()).containsOnlyKeys(FormFields.KEEP_FOR));
        InstanceId id = active("Summer");
        assertThat(get(id).life().expiresAt()).isNotNull();
        assertThat(get(id).life().warned()).isFalse();

        the(Expiry.class).warn(id.value());
        assertThat(get(id).life().warned()).isTrue();
        assertThat(records("catalog.expiry-near", id)).isOne();

        passes(id, "expires_at");
        the(Expiry.class).expire(id.value());
        the(Expiry.class).expire(id.value());
        assertThat(get(id).status()).isEqualTo(InstanceStatus.EXPIRED);
        assertThat(get(id).life().deleteAt()).isAfter(get(id).changedAt());
        assertThat(records("catalog.expired", id)).isOne();
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> actions.run(id, "paint", Map.of("colour", "red"), "", developer));

        the(Expiry.class).extend(id, "7d", developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(get(id).life().deleteAt()).isNull();
        assertThat(get(id).life().warned()).isFalse();
    }

    @Test
    void whatHasExpiredIsDeletedAfterTheGrace() {
        InstanceId id = active("Autumn");
        passes(id, "expires_at");
        the(Expiry.class).expire(id.value());
        the(Ending.class).begin(id.value());
        assertThat(get(id).status()).isEqualTo(InstanceStatus.EXPIRED);

        passes(id, "delete_at");
        the(Ending.class).begin(id.value());
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETING);
        assertThat(instances.runs(id, developer).getFirst().requesterName()).isEqualTo("Tiphys, expiry");
        end(id, true);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETED);
    }

    @Test
    void aDeletionCanBeTakenBackForAsLongAsTheProviderWaits() {
        InstanceId id = active("Winter");
        actions.run(id, "delete", Map.of(), "Winter", developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETING);
        assertThat(instances.runs(id, developer)).hasSize(1);
        assertThat(instances.whyNot(get(id), "paint", developer)).contains("Restore");

        the(Deletion.class).restore(id, developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> the(Deletion.class).restore(id, developer));

        actions.run(id, "delete", Map.of(), "Winter", developer);
        passes(id, "delete_at");
        the(LifeSweep.class).look();
        assertThat(instances.runs(id, developer).getFirst().action()).isEqualTo("delete");
        assertThat(instances.runs(id, developer).getFirst().requester()).isEqualTo(developer.subject());
    }

    @Test
    void whatOthersUseIsDeletedOnlyKnowingly() {
        InstanceId id = active("Home");
        InstanceId walk = active("walk", new OrderWish("Morning", "payments", Map.of("kennel", "home")));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> actions.run(id, "delete", Map.of(), "Home", developer))
                .withMessageContaining("Morning (walk of payments)");
        assertThat(the(InstanceLives.class).of(get(id)).dependents()).containsExactly("Morning");

        passes(id, "expires_at");
        the(Expiry.class).expire(id.value());
        passes(id, "delete_at");
        the(Ending.class).begin(id.value());
        assertThat(get(id).status()).isEqualTo(InstanceStatus.EXPIRED);
        assertThat(get(id).reason()).contains("Morning");
        actions.run(id, "delete", Map.of(), new Consent("Home", true), developer);
        assertThat(get(id).status()).isEqualTo(InstanceStatus.DELETING);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> actions.run(walk, "delete", Map.of(), "Morning", developer))
                .withMessageContaining("protected");
        the(Deletion.class).protect(walk, false, developer);
        actions.run(walk, "delete", Map.of(), "Morning", developer);
        assertThat(get(walk).status()).isEqualTo(InstanceStatus.DELETING);
    }

    @Test
    void aTeamOwnsOnlyWhatItHasAccepted() {
        InstanceId id = active("Villa");
        Transfers transfers = the(Transfers.class);
        Person payments = person(TestPeople.DEVELOPER, "payments");
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> transfers.offer(id, "nobody", "", developer));
        transfers.offer(id, "payments", "Yours since March", developer);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> transfers.offer(id, "payments", "", developer));
        transfers.withdraw(id, developer);
        transfers.offer(id, "payments", "", developer);
        UUID open = transfers.list(new PageAsk(0, 10), payments).items().getFirst().id();
        assertThat(get(id).team()).isEqualTo("shop");
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> transfers.accept(open, provider));

        transfers.accept(open, payments);
        assertThat(get(id).team()).isEqualTo("payments");
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> transfers.decline(open, payments));
        assertThat(records("catalog.transfer-accepted", id)).isOne();
    }

    @Test
    void theLastActionIsUndoneWithTheValuesFromBefore() {
        InstanceId id = active("Hut");
        progress.observe(painted(id, "red"));
        actions.run(id, "paint", Map.of("colour", "red"), "", developer);
        progress.observe(painted(id, "red"));
        actions.run(id, "paint", Map.of("colour", "blue"), "", developer);
        progress.observe(painted(id, "blue"));
        assertThat(get(id).value("colour")).isEqualTo("blue");

        the(Undo.class).undo(id, developer);
        assertThat(instances.runs(id, developer).getFirst().inputs()).isEqualTo(Map.of("colour", "red"));
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> the(Undo.class).undo(id, developer));
        assertThat(records("catalog.undone", id)).isOne();
    }

    private RunReading painted(InstanceId id, String colour) {
        ActionRun run = instances.runs(id, developer).getFirst();
        return new RunReading(run.namespace(), run.workflow(), run.id().toString(), "Succeeded",
                Map.of("colour", colour), "");
    }
}
