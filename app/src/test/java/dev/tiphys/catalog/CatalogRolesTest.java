package dev.tiphys.catalog;

import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.NOBODY;
import static dev.tiphys.testing.TestPeople.PROVIDER;
import static dev.tiphys.testing.TestPeople.VIEWER;
import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

/// Who sees and operates which instance, by every way in: a developer their own and what is shared with their teams, a
/// provider all of its own items and nothing else.
@PortalTest
class CatalogRolesTest {

    private static final Map<TestPeople, Set<String>> SEES = Map.of(NOBODY, Set.of(), VIEWER, Set.of(), DEVELOPER,
            Set.of("Own", "Lent", "Given"), APPROVER, Set.of("Lent"), PROVIDER,
            Set.of("Own", "Lent", "Given", "Foreign", "Ownerless"), ADMIN,
            Set.of("Own", "Lent", "Given", "Foreign", "Ownerless", "Database"));
    private static final Map<TestPeople, Set<String>> OPERATES = Map.of(NOBODY, Set.of(), VIEWER, Set.of(), DEVELOPER,
            Set.of("Own", "Given"), APPROVER, Set.of(), PROVIDER,
            Set.of("Own", "Lent", "Given", "Foreign", "Ownerless"), ADMIN,
            Set.of("Lent", "Given", "Foreign", "Database"));

    private final MockMvc portal;
    private final Catalog catalog;
    private final JdbcClient database;
    private final Household household;
    private final ShareStore shares;
    private final Map<String, InstanceId> all = new HashMap<>();

    @Autowired
    CatalogRolesTest(MockMvc portal, Catalog catalog, JdbcClient database, ShareStore shares) {
        this.portal = portal;
        this.catalog = catalog;
        this.database = database;
        this.household = new Household(database);
        this.shares = shares;
    }

    @BeforeEach
    void settle() {
        Item pet = Pets.item();
        Pets.offer(catalog, pet, new Item("databases", "db", "1.3", "Database", "", pet.lifecycle(), List.of(),
                pet.actions(), pet.sheet()));
        database.sql("update catalog_instance set status = 'DELETED'").update();
        all.clear();
        Map.of("Own", "shop", "Lent", "platform", "Given", "platform", "Foreign", "platform", "Ownerless", "dissolved")
                .forEach((name, team) -> all.put(name, household.pet(name, team, "FAILED", Map.of("meal", "kibble"))));
        all.put("Database", household.instance("databases", "db", "Database", "platform", "FAILED", Map.of()));
        share("Lent", "payments", Share.May.READ);
        share("Given", "shop", Share.May.OPERATE);
    }

    private void share(String name, String team, Share.May may) {
        shares.put(id(name).value(), new Share(team, may, "", Clock.systemUTC().instant()),
                DEVELOPER.person());
    }

    private InstanceId id(String name) {
        return Objects.requireNonNull(all.get(name));
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, TestPeople who)
            throws Exception {
        return portal.perform(request.with(as(who)).with(csrf())).andReturn().getResponse();
    }

    private Set<String> named(AbstractMockHttpServletRequestBuilder<?> request, TestPeople who) throws Exception {
        String body = answer(request, who).getContentAsString();
        return all.entrySet().stream().filter(one -> body.contains(one.getValue().toString()))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyListNamesWhatThePersonSeesAndNothingElse() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (TestPeople who : TestPeople.values()) {
            Set<String> sees = SEES.getOrDefault(who, Set.of());
            Set<String> pets = sees.stream().filter(name -> !name.equals("Database")).collect(Collectors.toSet());
            String plane = "/catalog/items/pet-store/pet";
            softly.assertThat(named(get(plane), who)).as("page for %s", who).isEqualTo(pets);
            softly.assertThat(named(get(plane + "?q=kibble&status=failed&sort=value:meal"), who))
                    .as("searched page for %s", who).isEqualTo(pets);
            softly.assertThat(named(get(plane).header("HX-Request", "true").header("HX-Target", "instances"), who))
                    .as("live fragment for %s", who).isEqualTo(pets);
            softly.assertThat(named(get("/api/v1/catalog/instances"), who)).as("JSON for %s", who).isEqualTo(sees);
            softly.assertThat(named(get("/api/v1/catalog/instances?provider=databases&item=db&sort=name"), who))
                    .as("JSON of databases for %s", who)
                    .isEqualTo(sees.contains("Database") ? Set.of("Database") : Set.of());
        }
        softly.assertAll();
    }

    @Test
    void everyWayToOneInstanceIsOpenToThoseWhoSeeIt() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (TestPeople who : TestPeople.values()) {
            for (String name : List.copyOf(all.keySet())) {
                boolean sees = SEES.getOrDefault(who, Set.of()).contains(name);
                int expected = who == NOBODY ? 403 : sees ? 200 : 404;
                for (String path : List.of("/catalog/instances/%s", "/catalog/instances/%s/shares",
                        "/api/v1/catalog/instances/%s", "/api/v1/catalog/instances/%s/runs",
                        "/api/v1/catalog/instances/%s/shares")) {
                    softly.assertThat(answer(get(path.formatted(id(name))), who).getStatus())
                            .as("%s of %s for %s", path, name, who).isEqualTo(expected);
                }
                softly.assertThat(answer(get("/catalog/instances/" + id(name)).header("HX-Request", "true")
                        .header("HX-Target", "instance"), who).getStatus()).as("fragment of %s for %s", name, who)
                        .isEqualTo(expected);
            }
        }
        softly.assertAll();
    }

    @Test
    void onlyThoseWhoOperateItMayActOnIt() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (TestPeople who : TestPeople.values()) {
            for (String name : List.copyOf(all.keySet())) {
                settle();
                MockHttpServletResponse answer = answer(post("/api/v1/catalog/instances/" + id(name)
                        + "/actions/delete").contentType(MediaType.APPLICATION_JSON)
                        .content("{\"confirm\": \"" + name + "\"}"), who);
                boolean operates = OPERATES.getOrDefault(who, Set.of()).contains(name);
                softly.assertThat(answer.getStatus() == 200).as("delete %s by %s: %s", name, who,
                        answer.getContentAsString()).isEqualTo(operates);
                softly.assertThat(database.sql("select status = 'DELETING' from catalog_instance where id = ?")
                        .param(id(name).value()).query(Boolean.class).single()).as("%s after %s", name, who)
                        .isEqualTo(operates);
            }
        }
        softly.assertAll();
    }

    @Test
    void aProviderSeesItsOwnDeskAndNoOther() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (TestPeople who : TestPeople.values()) {
            for (String provider : List.of("pet-store", "databases")) {
                boolean may = who == ADMIN || (who == PROVIDER && provider.equals("pet-store"));
                for (String path : Stream.of("/catalog/desk/%s", "/catalog/desk/%s/costs", "/catalog/desk/%s/costs.csv",
                        "/api/v1/catalog/desk/%s", "/api/v1/catalog/desk/%s/failures", "/api/v1/catalog/desk/%s/queue",
                        "/api/v1/catalog/desk/%s/ownerless", "/api/v1/catalog/desk/%s/costs")
                        .map(path -> path.formatted(provider)).toList()) {
                    softly.assertThat(answer(get(path), who).getStatus()).as("%s for %s", path, who)
                            .isEqualTo(may ? 200 : 403);
                }
                softly.assertThat(answer(get("/catalog/desk/" + provider).header("HX-Request", "true")
                        .header("HX-Target", "desk"), who).getStatus()).as("live desk of %s for %s", provider, who)
                        .isEqualTo(may ? 200 : 403);
                softly.assertThat(answer(post("/catalog/desk/" + provider + "/ownerless/" + id("Own"))
                        .param("team", "platform"), who).getStatus()).as("reassign at %s by %s", provider, who)
                        .isIn(may ? List.of(409, 404) : List.of(403));
            }
        }
        softly.assertAll();
        assertThat(named(get("/catalog/desk/pet-store"), PROVIDER)).doesNotContain("Database").contains("Ownerless",
                "Own", "Foreign");
        assertThat(answer(get("/api/v1/catalog/desk"), PROVIDER).getContentAsString()).isEqualTo("[\"pet-store\"]");
    }

    @Test
    void aSelectionIsSeenByWhoTickedItAndHoldsOnlyWhatTheyAlsoSee() throws Exception {
        String ticked = "/catalog/items/pet-store/pet/bulk";
        String address = String.valueOf(answer(post(ticked).param("action", "feed").param("instance",
                id("Own").toString(), id("Foreign").toString()), DEVELOPER).getHeader("Location"));

        assertThat(answer(get(address), DEVELOPER).getContentAsString()).contains(id("Own").toString())
                .doesNotContain(id("Foreign").toString());
        for (TestPeople who : List.of(PROVIDER, ADMIN)) {
            assertThat(answer(get(address), who).getStatus()).as("%s", who).isEqualTo(404);
            assertThat(answer(post(address), who).getStatus()).as("%s", who).isEqualTo(404);
        }
        assertThat(answer(post(ticked).param("action", "feed"), DEVELOPER).getStatus()).isEqualTo(422);
        assertThat(answer(post(ticked).param("action", "feed"), VIEWER).getStatus()).isEqualTo(403);
    }
}
