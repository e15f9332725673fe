package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

@PortalTest
class OrdersTest {

    private final Catalog catalog;
    private final Orders orders;
    private final InstanceActions actions;
    private final Instances instances;
    private final RunProgress progress;
    private final JdbcClient database;
    private final Person developer = person(TestPeople.DEVELOPER, "shop", "payments");
    private final Person provider = person(TestPeople.PROVIDER, "pet-store");

    @Autowired
    OrdersTest(Catalog catalog, Orders orders, InstanceActions actions, Instances instances, RunProgress progress,
            JdbcClient database) {
        this.catalog = catalog;
        this.orders = orders;
        this.actions = actions;
        this.instances = instances;
        this.progress = progress;
        this.database = database;
    }

    private static Person person(TestPeople who, String... teams) {
        Person person = who.person();
        return new Person(person.subject(), person.username(), person.name(), person.groups(), Set.of(teams),
                person.signedInBy());
    }

    @BeforeEach
    void offer() {
        Pets.offer(catalog, Pets.item());
    }

    private InstanceId order(String name) {
        return orders.order("pet-store", "pet", new OrderWish(name, "shop", Map.of("species", "Fish")), developer);
    }

    private void end(InstanceId id, boolean well, String why) {
        progress.ended(instances.runs(id, developer).getFirst(), well, why);
    }

    @Test
    void anOrderIsOneTransactionWithItsRecordAndItsTask() {
        InstanceId id = order("Gill Gates");

        assertThat(instances.get(id, developer).status()).isEqualTo(InstanceStatus.PROVISIONING);
        ActionRun run = instances.runs(id, developer).getFirst();
        assertThat(run.inputs()).isEqualTo(Map.of("species", "Fish", "colour", "", "instance-name", "Gill Gates"));
        assertThat(count("select count(*) from scheduled_tasks where task_name = 'submit-catalog-run' and"
                + " task_instance = '" + run.id() + "'")).isOne();
        assertThat(
                count("select count(*) from audit_entry where code = 'catalog.ordered' and target_id = '" + id + "'"))
                .isOne();
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }

    @Test
    void saysAllThatIsWrongAtOnceAndKeepsNothing() {
        long before = count("select count(*) from catalog_instance");
        order("Twin");

        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> orders.order("pet-store", "pet",
                new OrderWish("twin", "shop", Map.of("species", "Dragon", "colour", "{{x}}")), developer))
                .satisfies(invalid -> assertThat(invalid.fields()).containsOnlyKeys("name", "parameter.species",
                        "parameter.colour"));
        assertThat(count("select count(*) from catalog_instance")).isEqualTo(before + 1);
    }

    @Test
    void nobodyOrdersForAForeignTeamOrWithoutTheRight() {
        OrderWish wish = new OrderWish("Mine", "platform", Map.of());
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> orders.order("pet-store", "pet", wish, developer));
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(
                () -> orders.order("pet-store", "pet", wish, person(TestPeople.VIEWER, "platform")));
    }

    @Test
    void aProviderSeesAllInstancesAndAStrangerNone() {
        InstanceId id = order("Seen");
        InstanceFilter all = new InstanceFilter("pet-store", "pet", "Seen", "");

        assertThat(instances.list(all, new PageAsk(0, 10), provider).items()).hasSize(1);
        assertThat(instances.list(all, new PageAsk(0, 10), developer).items()).hasSize(1);
        Person stranger = new Person("s", "s", "S", Set.of("viewers"), Set.of("other"), developer.signedInBy());
        assertThat(instances.list(all, new PageAsk(0, 10), stranger).items()).isEmpty();
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> instances.get(id, stranger));
    }

    @Test
    void aFailedFeedLeavesItActiveAndCanBeRetried() {
        InstanceId id = order("Hungry");
        end(id, true, "");
        actions.run(id, "feed", Map.of("meal", "chocolate"), "", developer);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> actions.run(id, "feed", Map.of("meal", "kibble"), "", developer));
        end(id, false, "The step spit failed.");

        Instance hungry = instances.get(id, developer);
        assertThat(hungry.status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(hungry.isTroubled()).isTrue();
        assertThat(hungry.lastReason()).isEqualTo("The step spit failed.");
        actions.retry(id, developer);
        assertThat(instances.runs(id, developer)).extracting(ActionRun::action).containsExactly("feed", "feed",
                "create");
        assertThat(instances.runs(id, developer).getFirst().inputs()).isEqualTo(Map.of("meal", "chocolate"));
    }

    @Test
    void aFailedCreationIsCleanedUpAndItsNameIsFreeAgain() {
        InstanceId id = order("Phoenix");
        end(id, false, "no room");
        assertThat(instances.get(id, developer).status()).isEqualTo(InstanceStatus.FAILED);
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> actions.run(id, "delete", Map.of(), "phoenix", developer));

        actions.run(id, "delete", Map.of(), "Phoenix", developer);
        end(id, true, "");

        assertThat(instances.get(id, developer).status()).isEqualTo(InstanceStatus.DELETED);
        assertThat(order("Phoenix")).isNotEqualTo(id);
    }

    @Test
    void whatIsSeenLateOrTwiceChangesNothing() {
        InstanceId id = order("Late");
        ActionRun run = instances.runs(id, developer).getFirst();
        RunReading well = new RunReading(run.namespace(), run.workflow(), run.id().toString(), "Succeeded",
                Map.of("species", "Shark", "name", "Renamed"), "");
        progress.observe(new RunReading(run.namespace(), run.workflow(), "another", "Failed", Map.of(), "not ours"));
        progress.lost(run.namespace(), run.workflow(), false);
        assertThat(instances.get(id, developer).status()).isEqualTo(InstanceStatus.PROVISIONING);

        progress.observe(well);
        progress.created(run);
        progress.observe(well);
        progress.ended(run, false, "late");

        Instance active = instances.get(id, developer);
        assertThat(active.status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(active.name()).isEqualTo("Renamed");
        assertThat(active.value("species")).isEqualTo("Shark");
        assertThat(count("select count(*) from audit_entry where code = 'catalog.succeeded' and target_id = '" + id
                + "'")).isOne();
    }

    @Test
    void aWorkflowThatSomebodyDeletedFailsItsRun() {
        InstanceId id = order("Lost");
        ActionRun run = instances.runs(id, developer).getFirst();
        progress.created(run);
        progress.lost(run.namespace(), run.workflow(), false);

        assertThat(instances.get(id, developer).reason()).contains("deleted its workflow");
    }

    @Test
    void whoseTemplatesAreGoneCannotBeActedOn() {
        InstanceId id = order("Orphan");
        end(id, true, "");
        Pets.offer(catalog);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> actions.run(id, "feed", Map.of("meal", "kibble"), "", developer))
                .withMessageContaining("taken the templates");
    }
}
