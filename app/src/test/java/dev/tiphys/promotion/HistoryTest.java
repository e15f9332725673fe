package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.figures.Figure;
import dev.tiphys.promotion.figures.ServiceFigures;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

/// The past as it is stored, found again: by what it was about, and as figures.
@PortalTest
class HistoryTest {

    private final JdbcClient database;
    private final PromotionHistory history;
    private final ServiceFigures figures;
    private final MockMvc portal;
    private final Instant now;

    @Autowired
    HistoryTest(JdbcClient database, PromotionHistory history, ServiceFigures figures, MockMvc portal, Clock clock) {
        this.database = database;
        this.history = history;
        this.figures = figures;
        this.portal = portal;
        this.now = clock.instant();
    }

    /// A promotion into stage and prod-east that began so many days ago and took an hour for each wave.
    private UUID stored(String service, String version, String phase, String requester, int daysAgo, boolean produced) {
        UUID id = UUID.randomUUID();
        Instant begin = now.minus(Duration.ofDays(daysAgo));
        boolean ended = List.of("SUCCEEDED", "FAILED", "ABORTED").contains(phase);
        Plan plan = new Plan(Plan.FORMAT, service, version, new Mechanism("kustomize-image", "r/" + service),
                List.of(wave(service, "stage"), wave(service, "prod-east")), "image");
        database.sql("""
                insert into promotion (id, service, version, phase, requester, requester_name, plan, plan_hash, manifest,
                    manifest_yaml, hera, namespace, workflow, created_at, started_at, finished_at, row_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, '', '', '', 'promotions', ?, ?, ?, ?, 0)
                """).param(id).param(service).param(version).param(phase).param(requester).param("The " + requester)
                .param(PlanText.write(plan)).param("a".repeat(64)).param(service + "-" + id).param(begin.atOffset(UTC))
                .param(begin.atOffset(UTC)).param(ended ? begin.plus(Duration.ofHours(2)).atOffset(UTC) : null)
                .update();
        wave(id, service, "stage", 0, "SUCCEEDED", begin);
        wave(id, service, "prod-east", 1, !produced ? "LATER" : phase.equals("SUCCEEDED") ? "SUCCEEDED" : "FAILED",
                produced ? begin.plus(Duration.ofHours(1)) : null);
        return id;
    }

    private static Wave wave(String service, String environment) {
        return new Wave(environment, new Gate.AtOnce(), 1, Duration.ZERO, List.of(new Target(
                ApplicationRef.of("shop", service + "-" + environment), "main", environment, environment, "v0")));
    }

    private void wave(UUID id, String service, String name, int position, String phase, @Nullable Instant begin) {
        database.sql("insert into promotion_environment (promotion, service, environment, active)"
                + " values (?, ?, ?, false)").params(id, service, name).update();
        database.sql("insert into promotion_wave (promotion, name, position, phase, gate_node, started_at, finished_at)"
                + " values (?, ?, ?, ?, '', ?, ?)").param(id).param(name).param(position).param(phase)
                .param(begin == null ? null : begin.atOffset(UTC))
                .param(begin == null ? null : begin.plus(Duration.ofHours(1)).atOffset(UTC)).update();
        database.sql("insert into promotion_target (promotion, application, wave, position, phase, step, reason, pod,"
                + " ask_node, attempt) values (?, ?, ?, 0, ?, '', '', '', '', 1)").param(id)
                .param("shop/" + service + "-" + name).param(name)
                .param(phase.equals("FAILED") ? "FAILED" : phase.equals("LATER") ? "LATER" : "SUCCEEDED").update();
    }

    private List<String> found(PromotionFilter filter) {
        return history.list(filter, TestPeople.ADMIN.person(), new PageAsk(0, 50)).items().stream()
                .map(one -> one.service() + " " + one.version()).toList();
    }

    private JsonNode json(String path, TestPeople who) throws Exception {
        return JsonMapper.shared().readTree(
                portal.perform(get(path).with(TestPeople.as(who))).andReturn().getResponse().getContentAsString());
    }

    @Test
    void eachFilterNarrowsAndTheNewestComesFirst() {
        stored("tea", "v1", "SUCCEEDED", "brewer", 9, true);
        stored("tea", "v2", "FAILED", "brewer", 5, true);
        stored("coffee", "v7", "SUCCEEDED", "brewer", 2, true);
        stored("coffee", "v8", "SUCCEEDED", "roaster", 1, true);
        PromotionFilter brewed = PromotionFilter.of(null, null, null, "brewer", null);

        assertThat(found(brewed)).containsExactly("coffee v7", "tea v2", "tea v1");
        assertThat(found(PromotionFilter.of("tea", null, "failed", null, null))).containsExactly("tea v2");
        assertThat(found(PromotionFilter.of(null, "prod-east", null, "The roaster", null)))
                .containsExactly("coffee v8");
        assertThat(found(PromotionFilter.of("tea", "nowhere", null, null, null))).isEmpty();
        assertThat(found(PromotionFilter.of(null, null, null, null, "COFFEE v"))).containsExactly("coffee v8",
                "coffee v7");
        assertThat(found(brewed.within(now.minus(Duration.ofDays(6)), now.minus(Duration.ofDays(4)))))
                .containsExactly("tea v2");
        assertThatThrownBy(() -> PromotionFilter.of(null, null, "flying", null, null))
                .isInstanceOf(Refusal.Invalid.class).hasMessageContaining("SUCCEEDED");
    }

    @Test
    void theListIsPagedAndSaysHowManyThereAre() throws Exception {
        for (int number = 0; number < 7; number++) {
            stored("paged", "v" + number, "SUCCEEDED", "developer", number, true);
        }
        JsonNode page = json("/api/v1/promotions?service=paged&size=3&page=2", TestPeople.VIEWER);
        assertThat(page.path("total").asInt()).isEqualTo(7);
        assertThat(page.path("items")).hasSize(1);
        assertThat(page.path("items").get(0).path("createdAt").asString()).endsWith("Z");
        assertThat(portal.perform(get("/api/v1/promotions?from=yesterday").with(TestPeople.as(TestPeople.VIEWER)))
                .andReturn().getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void whoMayViewOneServiceSeesItsPromotionsAlone() throws Exception {
        UUID own = stored("catalogue", "v1", "SUCCEEDED", "developer", 3, true);
        UUID other = stored("ledger", "v1", "SUCCEEDED", "developer", 3, true);

        assertThat(reader("/api/v1/promotions?q=v1").getContentAsString()).contains(own.toString())
                .doesNotContain(other.toString());
        assertThat(reader("/promotions/history").getContentAsString()).contains(own.toString())
                .doesNotContain("ledger");
        for (String path : List.of("", "/hera", "/manifest", "/summary")) {
            assertThat(reader("/api/v1/promotions/" + own + path).getStatus()).isEqualTo(200);
            assertThat(reader("/api/v1/promotions/" + other + path).getStatus()).isEqualTo(404);
            assertThat(reader("/promotions/" + other + path).getStatus()).isEqualTo(404);
        }
        assertThat(reader("/services/catalogue").getStatus()).isEqualTo(200);
        assertThat(reader("/services/ledger").getStatus()).isEqualTo(404);
        assertThat(reader("/api/v1/services/ledger").getStatus()).isEqualTo(404);
        assertThat(reader("/api/v1/services/ledger/versions").getStatus()).isEqualTo(404);
        assertThat(reader("/promotions/" + other + "/evidence").getStatus()).isEqualTo(404);
        assertThat(reader("/api/v1/promotions/" + other + "/evidence").getStatus()).isEqualTo(404);
    }

    @Test
    void whoMayPromoteOneServiceHearsOfNoOtherByItsWayBack() throws Exception {
        UUID other = stored("ledger", "v9", "SUCCEEDED", "developer", 3, true);

        for (String path : List.of("/promotions/" + other + "/rollback", "/promotions/" + other)) {
            MockHttpServletResponse answer = member("catalogue-deployers", get(path));
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString()).doesNotContain("ledger");
        }
        MockHttpServletResponse plan = member("catalogue-deployers",
                post("/api/v1/promotions/" + other + "/rollback").with(csrf()));
        assertThat(plan.getStatus()).isEqualTo(404);
        assertThat(plan.getContentAsString()).doesNotContain("ledger");
    }

    private MockHttpServletResponse reader(String path) throws Exception {
        return member("catalogue-readers", get(path));
    }

    private MockHttpServletResponse member(String group, MockHttpServletRequestBuilder call) throws Exception {
        return portal.perform(call.with(oidcLogin().idToken(token -> token.issuedAt(now).subject(group)
                .claim("preferred_username", group).claim("name", "One of " + group)
                .claim("groups", List.of(group))))).andReturn().getResponse();
    }

    @Test
    void figuresAreCountedOverWhatIsStored() {
        for (int number = 1; number <= 6; number++) {
            stored("counted", "v" + number, "SUCCEEDED", "developer", 40 - 5 * number, true);
        }
        stored("counted", "v7", "FAILED", "developer", 3, true);
        stored("counted", "v8", "ABORTED", "developer", 2, false);
        stored("other", "v1", "FAILED", "developer", 2, true);

        assertThat(figure(30, "success-rate")).isEqualTo("71 %, 5 of 7");
        assertThat(figure(90, "success-rate")).isEqualTo("75 %, 6 of 8");
        assertThat(figure(90, "change-failure-rate")).isEqualTo("14 %, 1 of 7");
        assertThat(figure(90, "lead-time")).isEqualTo("2 h");
        assertThat(figure(90, "deployment-frequency")).isEqualTo("0.5 a week, 6 in 90 days");
        assertThat(figure(90, "time-to-restore")).isEqualTo("no case yet");
    }

    private String figure(int days, String code) {
        return figures.of("counted").stream().filter(span -> span.days() == days)
                .flatMap(span -> span.all().stream()).filter(one -> one.code().equals(code)).map(Figure::words)
                .findFirst().orElseThrow();
    }
}
