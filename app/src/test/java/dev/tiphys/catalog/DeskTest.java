package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.PersonErased;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

@PortalTest
class DeskTest {

    private static final PageAsk FIRST = new PageAsk(0, 50);

    private final Catalog catalog;
    private final Desk desk;
    private final Costs costs;
    private final ErasedOrderers erased;
    private final JdbcClient database;
    private final Household household;
    private final Person provider = new Person("provider", "provider", "Piet", Set.of("pet-store-providers"),
            Set.of("pet-store"), new SignedInBy.Browser());
    private final Person admin = new Person("admin", "admin", "Ada", Set.of("platform-admins"), Set.of("platform"),
            new SignedInBy.Browser());

    @Autowired
    DeskTest(Catalog catalog, Desk desk, Costs costs, ErasedOrderers erased, JdbcClient database) {
        this.catalog = catalog;
        this.desk = desk;
        this.costs = costs;
        this.erased = erased;
        this.database = database;
        this.household = new Household(database);
    }

    @BeforeEach
    void offer() {
        Pets.offer(catalog, Pets.item("price: {amount: 30, currency: EUR, per: once}"));
        database.sql("update catalog_run set namespace = 'past'").update();
        database.sql("update catalog_instance set status = 'DELETED', provider = 'past'").update();
    }

    @Test
    void aProviderSeesItsOwnDeskAloneAndAnAdministratorAll() {
        assertThat(desk.list(provider)).extracting(Provider::name).containsExactly("pet-store");
        assertThat(desk.list(admin)).extracting(Provider::name).contains("pet-store", "databases");
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> desk.figures("databases", provider));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> desk.list(Household.member("developer", "shop")));
    }

    @Test
    void countsWhatThereIsAndHowLongItTook() {
        household.pet("One", "shop", "ACTIVE", Map.of());
        household.pet("Two", "payments", "UPDATING", Map.of());
        household.pet("Three", "shop", "FAILED", Map.of());
        household.pet("Gone", "shop", "DELETED", Map.of());
        household.instance("databases", "db", "Foreign", "shop", "FAILED", Map.of());

        DeskFigures figures = desk.figures("pet-store", provider);
        assertThat(figures.items()).containsExactly(new DeskFigures.ItemCount("pet", 3, 1, 1, 0, 1, 1, 0));
        assertThat(figures.teams()).isEqualTo(2);
        assertThat(figures.weeks()).hasSize(12).last().satisfies(week -> assertThat(week.orders()).isEqualTo(4));
        assertThat(figures.provisioning()).isEqualTo(new DeskFigures.Provisioning(3, Duration.ofSeconds(40),
                Duration.ofSeconds(40)));
        assertThat(desk.failures("pet-store", FIRST, provider).items()).extracting(Instance::name)
                .containsExactly("Three");
        assertThat(desk.queue("pet-store", FIRST, provider).items()).isEmpty();
        database.sql("update catalog_run set phase = 'PLANNED', reason = 'Argo is away.' where namespace = 'pet-store'"
                + " and instance in (select id from catalog_instance where name = 'Two')").update();
        assertThat(desk.queue("pet-store", FIRST, provider).items()).extracting(DeskFigures.Waiting::reason)
                .containsExactly("Argo is away.");
    }

    @Test
    void whatNobodyOwnsIsGivenToATeamOnce() {
        InstanceId orphan = household.pet("Orphan", "dissolved", "ACTIVE", Map.of());
        InstanceId kept = household.pet("Kept", "shop", "ACTIVE", Map.of());
        assertThat(desk.ownerless("pet-store", FIRST, provider).items()).extracting(DeskFigures.Ownerless::name)
                .containsExactly("Orphan");

        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> desk.reassign("pet-store", kept, "payments", provider));
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> desk.reassign("pet-store", orphan, "also-dissolved", provider));
        assertThatExceptionOfType(Refusal.NotFound.class)
                .isThrownBy(() -> desk.reassign("databases", orphan, "shop", admin));
        desk.reassign("pet-store", orphan, "shop", provider);
        assertThat(desk.ownerless("pet-store", FIRST, provider).items()).isEmpty();
        assertThat(database.sql("select count(*) from audit_entry where code = 'catalog.reassigned' and target_id = ?")
                .param(orphan.toString()).query(Long.class).single()).isOne();
    }

    @Test
    void whatAnErasedPersonOrderedHasNoOwnerUntilSomebodyLooks() {
        household.pet("Left", "shop", "ACTIVE", Map.of());
        erased.forget(new PersonErased("somebody", Set.of("Somebody"), "Erased person 1"));

        assertThat(desk.ownerless("pet-store", FIRST, provider).items()).singleElement()
                .satisfies(one -> assertThat(one.teamGone()).isFalse());
    }

    @Test
    void costsAreTheInstancesOfTheMonthByTeam() {
        household.pet("One", "shop", "ACTIVE", Map.of());
        household.pet("Two", "shop", "ACTIVE", Map.of());
        household.pet("Three", "payments", "ACTIVE", Map.of());
        household.pet("Never", "payments", "FAILED", Map.of());
        household.instance("databases", "db", "Foreign", "shop", "ACTIVE", Map.of());

        List<Costs.Line> lines = costs.list("pet-store", 1, provider);
        assertThat(lines).extracting(Costs.Line::team).containsExactly("payments", "shop");
        assertThat(lines).extracting(Costs.Line::amount).containsExactly(new BigDecimal("30.00"),
                new BigDecimal("60.00"));
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> costs.list("pet-store", 25, provider));
        assertThatExceptionOfType(Refusal.NotAllowed.class).isThrownBy(() -> costs.list("databases", 1, provider));
    }
}
