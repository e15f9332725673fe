package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

@PortalTest
class ControlPlaneTest {

    private final Catalog catalog;
    private final InstanceTable table;
    private final Instances instances;
    private final Shares shares;
    private final Bulks bulks;
    private final BulkWork work;
    private final JdbcClient database;
    private final Household household;
    private final Person owner = Household.member("developer", "shop");
    private final Person other = Household.member("neighbour", "payments");
    private final Person provider = new Person("provider", "provider", "Piet", Set.of("pet-store-providers"),
            Set.of("pet-store"), new SignedInBy.Browser());

    @Autowired
    ControlPlaneTest(Catalog catalog, InstanceTable table, Instances instances, Shares shares, Bulks bulks,
            BulkWork work, JdbcClient database) {
        this.catalog = catalog;
        this.table = table;
        this.instances = instances;
        this.shares = shares;
        this.bulks = bulks;
        this.work = work;
        this.database = database;
        this.household = new Household(database);
    }

    @BeforeEach
    void offer() {
        Pets.offer(catalog, Pets.item());
        database.sql("delete from catalog_bulk").update();
        database.sql("update catalog_instance set status = 'DELETED'").update();
    }

    private List<String> names(String order, String q, String status, Person person) {
        return table.list(new InstanceAsk(new InstanceFilter("pet-store", "pet", q, status), false, order,
                new PageAsk(0, 50)), person).items().stream().map(Instance::name).toList();
    }

    @Test
    void sortsAsPeopleDoAndByTheProvidersColumnsAndThoseWithoutAValueComeLast() {
        household.pet("Pet 10", "shop", "ACTIVE", Map.of("litres", "9"));
        household.pet("pet 9", "shop", "FAILED", Map.of("litres", "100"));
        household.pet("Aquila", "platform", "ACTIVE", Map.of());

        assertThat(names("name", "", "", provider)).containsExactly("Aquila", "pet 9", "Pet 10");
        assertThat(names("-name", "", "", provider)).containsExactly("Pet 10", "pet 9", "Aquila");
        assertThat(names("value:litres", "", "", provider)).containsExactly("Pet 10", "pet 9", "Aquila");
        assertThat(names("-value:litres", "", "", provider)).containsExactly("pet 9", "Pet 10", "Aquila");
        assertThat(names("owner", "", "", provider).getFirst()).isEqualTo("Aquila");
        assertThat(names("status", "", "", provider).getLast()).isEqualTo("pet 9");
        assertThat(names("no; drop table catalog_cell", "", "", provider)).hasSize(3);
    }

    @Test
    void pagesThroughThoseWithAndWithoutAValueWithoutLosingOne() {
        for (int i = 0; i < 7; i++) {
            household.pet("n" + i, "shop", "ACTIVE", i % 2 == 0 ? Map.of("litres", "" + i) : Map.of());
        }
        List<String> all = names("value:litres", "", "", provider);
        for (int page = 0; page < 4; page++) {
            assertThat(table.list(new InstanceAsk(new InstanceFilter("pet-store", "pet", "", ""), false, "value:litres",
                    new PageAsk(page, 2)), provider).items()).extracting(Instance::name)
                    .isEqualTo(all.subList(page * 2, Math.min(7, page * 2 + 2)));
        }
        assertThat(all).hasSize(7).startsWith("n0", "n2", "n4", "n6");
    }

    @Test
    void findsEveryWordAnywhereAndTakesNoneForAPattern() {
        household.pet("Bark Twain", "shop", "ACTIVE", Map.of("home", "https://pets.example/100%_x"));
        household.pet("Gill Gates", "platform", "ACTIVE", Map.of("meal", "salmon"));

        assertThat(names("name", "TWAIN bark", "", provider)).containsExactly("Bark Twain");
        assertThat(names("name", "100%_", "", provider)).containsExactly("Bark Twain");
        assertThat(names("name", "%", "", provider)).containsExactly("Bark Twain");
        assertThat(names("name", "platform salm", "", provider)).containsExactly("Gill Gates");
        assertThat(names("name", "meal", "", provider)).isEmpty();
        assertThat(names("name", "twain", "failed", provider)).isEmpty();
        assertThat(names("name", "", "", owner)).containsExactly("Bark Twain");
        assertThat(table.list(new InstanceAsk(new InstanceFilter("", "", "gates", ""), false, "", new PageAsk(0, 5)),
                provider).total()).isOne();
    }

    @Test
    void theLastActionStandsBesideTheStatus() {
        InstanceId failed = household.pet("Phoenix", "shop", "FAILED", Map.of());
        household.pet("Fine", "shop", "ACTIVE", Map.of());

        assertThat(names("name", "", "troubled", owner)).containsExactly("Phoenix");
        assertThat(instances.get(failed, owner).lastPhase()).isEqualTo(RunPhase.FAILED);
        assertThat(table.tally("pet-store", "pet", false, owner)).isEqualTo(new InstanceTable.Tally(2, 1, 0));
        database.sql("update catalog_instance set expires_at = now() + interval '2 days' where name = 'Fine'").update();
        assertThat(names("name", "", "expiring", owner)).containsExactly("Fine");
    }

    @Test
    void aSharedInstanceIsSeenAndOnlyOperatedWhereThatWasSaid() {
        InstanceId pet = household.pet("Ours", "shop", "ACTIVE", Map.of());
        assertThat(names("name", "", "", other)).isEmpty();

        shares.share(pet, "payments", "read", owner);
        assertThat(names("name", "", "", other)).containsExactly("Ours");
        assertThat(instances.whyNot(instances.get(pet, other), "feed", other)).contains("not in team shop");
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> shares.share(pet, "platform", "read",
                other));

        shares.share(pet, "payments", "operate", owner);
        assertThat(instances.whyNot(instances.get(pet, other), "feed", other)).isEmpty();
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> shares.share(pet, "nobodies", "read",
                owner));
        shares.end(pet, "payments", owner);
        assertThat(names("name", "", "", other)).isEmpty();
        assertThat(database.sql("select count(*) from audit_entry where code in ('catalog.shared', 'catalog.unshared')"
                + " and target_id = ?").param(pet.toString()).query(Long.class).single()).isEqualTo(4);
    }

    private UUID tick(String action, InstanceId... ids) {
        return bulks.draft("pet-store", "pet", action,
                table.these(List.of(ids).stream().map(InstanceId::value).toList(), owner), owner);
    }

    @Test
    void eachOfManyIsJudgedAloneAndBegunOnce() {
        InstanceId one = household.pet("One", "shop", "ACTIVE", Map.of());
        InstanceId busy = household.pet("Busy", "shop", "UPDATING", Map.of());
        InstanceId foreign = household.pet("Foreign", "platform", "ACTIVE", Map.of());
        UUID bulk = tick("feed", one, busy, foreign);
        assertThat(bulks.get(bulk, owner).rows()).extracting(Bulk.Row::name).containsExactlyInAnyOrder("One", "Busy");
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> bulks.get(bulk, other));
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> bulks.start(bulk, Map.of(), "", owner));

        bulks.start(bulk, Map.of("meal", "kibble"), "", owner);
        work.work(bulk);
        work.work(bulk);

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> bulks.start(bulk, Map.of("meal", "kibble"), "", owner));
        assertThat(instances.runs(one, owner)).extracting(ActionRun::action).containsExactly("feed", "create");
        Bulk done = bulks.get(bulk, owner);
        assertThat(done.phase()).isEqualTo(Bulk.Phase.DONE);
        assertThat(done.rows()).filteredOn(row -> row.name().equals("Busy")).first()
                .satisfies(row -> assertThat(row.reason()).contains("under way"));
        assertThat(done.rows()).filteredOn(row -> row.name().equals("One")).first()
                .satisfies(row -> assertThat(row.run()).isIn(RunPhase.PLANNED, RunPhase.RUNNING));
        assertThat(database.sql("select on_behalf::text || inputs::text from catalog_bulk where id = ?").param(bulk)
                .query(String.class).single()).isEqualTo("{}{}");
    }

    @Test
    void whoDeletesManyConfirmsTheirNumber() {
        InstanceId one = household.pet("One", "shop", "ACTIVE", Map.of());
        InstanceId two = household.pet("Two", "shop", "FAILED", Map.of());
        UUID bulk = tick("delete", one, two);

        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> bulks.start(bulk, Map.of(), "1", owner))
                .withMessageContaining("Type 2");
        bulks.start(bulk, Map.of(), "2", owner);
        work.work(bulk);

        assertThat(instances.get(one, owner).status()).isEqualTo(InstanceStatus.DELETING);
        assertThat(instances.get(two, owner).status()).isEqualTo(InstanceStatus.DELETING);
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> tick("feed"));
        assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> tick("create", one));
    }
}
