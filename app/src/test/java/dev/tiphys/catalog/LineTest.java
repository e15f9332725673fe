package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.Person;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

/// The lines of items: how many at once, who is next, and when.
@PortalTest
class LineTest {

    /// How many come at once; ten thousand take some minutes.
    private static final int ORDERS = Integer.getInteger("catalog.burst", 300);

    private final Catalog catalog;
    private final Orders orders;
    private final InstanceActions actions;
    private final Instances instances;
    private final RunProgress progress;
    private final Lines lines;
    private final LineStore store;
    private final WaitingOrders waiting;
    private final OrderStandings standings;
    private final JdbcClient database;
    private final Person developer = person(TestPeople.DEVELOPER, "shop", "payments", "platform");
    private final Person provider = person(TestPeople.PROVIDER, "pet-store");

    @Autowired
    LineTest(Catalog catalog, Orders orders, InstanceActions actions, Instances instances, RunProgress progress,
            Lines lines, LineStore store, WaitingOrders waiting, OrderStandings standings, JdbcClient database) {
        this.catalog = catalog;
        this.orders = orders;
        this.actions = actions;
        this.instances = instances;
        this.progress = progress;
        this.lines = lines;
        this.store = store;
        this.waiting = waiting;
        this.standings = standings;
        this.database = database;
    }

    // What other tests left under way would take places in the line.
    @BeforeEach
    void clearTheLine() {
        database.sql("update catalog_turn set state = 'OVER' where state <> 'OVER'").update();
    }

    private static Person person(TestPeople who, String... teams) {
        Person person = who.person();
        return new Person(person.subject(), person.username(), person.name(), person.groups(), Set.of(teams),
                person.signedInBy());
    }

    private Item offer(String sheet) {
        Item item = Pets.item(sheet);
        Pets.offer(catalog, item);
        return item;
    }

    private InstanceId order(String name, String team, Priority priority) {
        return orders.order("pet-store", "pet", new OrderWish(name, team, Map.of(), priority), developer);
    }

    private InstanceId order(String name, String team) {
        return order(name, team, Priority.NORMAL);
    }

    private void end(UUID instance) {
        progress.ended(instances.runs(new InstanceId(instance), developer).getFirst(), true, "");
    }

    private void endAll() {
        for (List<UUID> open = admitted(); !open.isEmpty(); open = admitted()) {
            open.forEach(this::end);
        }
    }

    private List<UUID> admitted() {
        return database.sql("select instance from catalog_turn where state = 'ADMITTED' order by admitted_at, ticket")
                .query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    private String team(UUID instance) {
        return database.sql("select team from catalog_instance where id = ?").param(instance).query(String.class)
                .single();
    }

    @Test
    void teamsComeOneAfterTheOtherAndHigherClassesFirst() {
        offer("concurrency: 1");
        UUID running = order("first", "shop").value();
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            order("shop " + i, "shop");
        }
        InstanceId late = order("payments", "payments");
        order("idle", "platform", Priority.LOW);
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> order("pushy", "shop", Priority.HIGH));
        assertThat(standings.find(instances.get(late, developer)).orElseThrow()).satisfies(standing -> {
            assertThat(standing.kind()).isEqualTo(Standing.Kind.QUEUE);
            assertThat(standing.place()).isEqualTo(2);
            assertThat(standing.of()).isEqualTo(5);
        });
        end(running);
        for (List<UUID> open = admitted(); !open.isEmpty(); open = admitted()) {
            assertThat(open).hasSize(1);
            order.add(instances.get(new InstanceId(open.getFirst()), developer).name());
            end(open.getFirst());
        }
        assertThat(order).containsExactly("shop 0", "payments", "shop 1", "shop 2", "idle");

        order("again", "shop");
        InstanceId second = order("again 2", "shop");
        assertThat(standings.find(instances.get(second, developer)).orElseThrow().begins()).isNotNull();
        assertThat(lines.of(Pets.item("concurrency: 1")).usual()).isNotNull();
        endAll();
    }

    @Test
    void aProviderPausesAndResumesAndPutsOneBeforeOthers() {
        Item item = offer("concurrency: 1");
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> lines.pause(item, "stop", developer));
        lines.pause(item, "New hardware until Monday.", provider);
        InstanceId one = order("paused one", "shop");
        InstanceId two = order("paused two", "shop");
        assertThat(admitted()).isEmpty();
        assertThat(standings.find(instances.get(two, developer)).orElseThrow()).satisfies(standing -> {
            assertThat(standing.kind()).isEqualTo(Standing.Kind.PAUSE);
            assertThat(standing.sentence()).contains("New hardware until Monday.", "2 of 2");
        });
        waiting.prioritize(two, Priority.HIGH, provider);
        lines.resume(item, provider);
        assertThat(admitted()).containsExactly(two.value());
        waiting.withdraw(one, developer);
        assertThat(instances.get(one, developer).status()).isEqualTo(InstanceStatus.DELETED);
        assertThatExceptionOfType(Refusal.Conflict.class).isThrownBy(() -> waiting.withdraw(two, developer));
        endAll();
    }

    @Test
    void outsideItsWindowAnActionWaitsForTheNext() {
        offer("title: Pet");
        InstanceId id = order("Windowed", "shop");
        end(id.value());
        String tomorrow = java.time.ZonedDateTime.now(java.time.Clock.systemUTC()).plusDays(2).getDayOfWeek().name()
                .substring(0, 3).toLowerCase(java.util.Locale.ROOT);
        offer("windows: [{days: [%s], from: \"00:00\", to: \"00:01\", actions: [feed]}]".formatted(tomorrow));
        actions.run(id, "feed", Map.of("meal", "kibble"), "", developer);

        Instance waits = instances.get(id, developer);
        assertThat(waits.status()).isEqualTo(InstanceStatus.ACTIVE);
        Standing standing = standings.find(waits).orElseThrow();
        assertThat(standing.kind()).isEqualTo(Standing.Kind.WINDOW);
        assertThat(standing.sentence()).contains("begins at");
        assertThat(store.findOpen(id.value()).orElseThrow().state()).isEqualTo(TurnState.QUEUED);
        waiting.withdraw(id, developer);
        assertThat(instances.whyNot(instances.get(id, developer), "feed", developer)).isEmpty();
    }

    @Test
    void someHundredsAtOnceBeginEachOnceAndNeverMoreThanTheProviderTakes() throws Exception {
        offer("concurrency: 7");
        List<String> teams = List.of("shop", "payments", "platform");
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<InstanceId>> all = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                String name = "burst " + i;
                String team = i < ORDERS * 2 / 3 ? "shop" : teams.get(i % 3);
                all.add(people.submit(() -> order(name, team)));
            }
            for (Future<InstanceId> one : all) {
                assertThat(one.get()).isNotNull();
            }
        }
        Map<String, Integer> begun = new HashMap<>();
        int ended = 0;
        for (List<UUID> open = admitted(); !open.isEmpty(); open = admitted()) {
            assertThat(open).hasSizeLessThanOrEqualTo(7);
            UUID one = open.getFirst();
            begun.merge(team(one), 1, Integer::sum);
            end(one);
            ended++;
            if (ended == 90) {
                assertThat(begun.values()).as("after the first, the teams take turns: %s", begun)
                        .allMatch(count -> count >= 24);
            }
        }
        assertThat(ended).isEqualTo(ORDERS);
        assertThat(database.sql("select count(*) from catalog_run where phase <> 'SUCCEEDED' and inputs ->> "
                + "'instance-name' like 'burst%'").query(Long.class).single()).isZero();
    }
}
