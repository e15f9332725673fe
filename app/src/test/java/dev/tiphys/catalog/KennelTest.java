package dev.tiphys.catalog;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

/// A portal that offers kennels, and what tests of their lives do again and again.
@PortalTest
abstract class KennelTest {

    final ApplicationContext portal;
    final Orders orders;
    final InstanceActions actions;
    final Instances instances;
    final RunProgress progress;
    final JdbcClient database;
    final Person developer = person(TestPeople.DEVELOPER, "shop", "payments");
    final Person provider = person(TestPeople.PROVIDER, "pet-store");

    KennelTest(ApplicationContext portal, Orders orders, InstanceActions actions, Instances instances,
            RunProgress progress, JdbcClient database) {
        this.portal = portal;
        this.orders = orders;
        this.actions = actions;
        this.instances = instances;
        this.progress = progress;
        this.database = database;
    }

    static Person person(TestPeople who, String... teams) {
        Person person = who.person();
        return new Person(person.subject(), person.username(), person.name(), person.groups(), Set.of(teams),
                person.signedInBy());
    }

    <T> T the(Class<T> type) {
        return portal.getBean(type);
    }

    @BeforeEach
    void offer() {
        the(Catalog.class).publish(Kennels.catalog());
    }

    InstanceId active(String name) {
        return active("kennel", new OrderWish(name, "shop", Map.of(), Priority.NORMAL, "30d"));
    }

    InstanceId active(String item, OrderWish wish) {
        InstanceId id = orders.order("pet-store", item, wish, developer);
        end(id, true);
        return id;
    }

    void end(InstanceId id, boolean well) {
        progress.ended(instances.runs(id, developer).getFirst(), well, well ? "" : "no paint");
    }

    Instance get(InstanceId id) {
        return instances.get(id, developer);
    }

    void passes(InstanceId id, String column) {
        database.sql("update catalog_instance set " + column + " = now() - interval '1 minute' where id = ?")
                .param(id.value()).update();
    }

    long records(String code, Object target) {
        return database.sql("select count(*) from audit_entry where code = ? and target_id = ?")
                .params(code, target.toString()).query(Long.class).single();
    }
}
