package dev.tiphys.routes;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.Permission;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

/// Every route for everybody: with a session, with an API token, without either, and without the CSRF token.
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {

    private static final Set<Integer> TOO_EARLY = Set.of(400, 422);

    private final RouteTable table = RouteTable.read();
    private final ApplicationContext context;
    private final MockMvc portal;
    private final Access access;
    private final ApiTokens tokens;
    private final JdbcClient database;
    private final TableDigests digests;
    private final Map<String, String> made = new HashMap<>();

    @Autowired
    RoutesTest(ApplicationContext context, MockMvc portal, Access access, ApiTokens tokens, JdbcClient database) {
        this.context = context;
        this.portal = portal;
        this.access = access;
        this.tokens = tokens;
        this.database = database;
        this.digests = new TableDigests(database);
    }

    @Test
    void everyRouteStandsInTheTable() {
        Set<String> existing = RouteTable.existing(context);
        Set<String> missing = new TreeSet<>(existing);
        missing.removeIf(key -> table.find(key).isPresent());
        assertThat(missing).as("routes that %s does not know: add a line \"METHOD path who\" for each, where who is"
                + " everybody, signed-in, signature or a permission", RouteTable.FILE).isEmpty();
        assertThat(table.without(existing)).as("lines of %s that no handler answers: remove them", RouteTable.FILE)
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyRouteAnswersEveryRoleByTheTable() {
        return each(table.all().stream().filter(route -> route.permission().isPresent()), this::checkRoles);
    }

    private void checkRoles(Route route, SoftAssertions softly) throws Exception {
        Permission permission = route.permission().orElseThrow();
        for (TestPeople who : TestPeople.values()) {
            boolean may = access.mayAnywhere(who.person(), permission);
            MockHttpServletResponse answer = answer(route.call().with(as(who)).with(csrf()));
            check(softly, route + " for " + who + " with a session", answer, route, may);
            if (route.isForPrograms() && who != TestPeople.NOBODY) {
                check(softly, route + " for " + who + " with a token", answer(withToken(route, who)), route, may);
            }
        }
        if (route.isForPrograms() && permission != Permission.VIEW) {
            softly.assertThat(answer(route.call().header("Authorization", "Bearer " + viewOnly())).getStatus())
                    .as("%s with a token of ADMIN that lends view alone", route).isEqualTo(403);
        }
    }

    private static void check(SoftAssertions softly, String what, MockHttpServletResponse answer, Route route,
            boolean may) {
        int status = answer.getStatus();
        if (!may) {
            softly.assertThat(status).as(what + ", who has no such right").isEqualTo(403);
            return;
        }
        softly.assertThat(status).as(what + ", who has the right: " + answer.getErrorMessage())
                .isNotIn(401, route.isEnough() ? 403 : 401, 405, 415, 500);
        softly.assertThat(String.valueOf(answer.getHeader("Location"))).as(what).doesNotContain("/sign-in");
        if (route.namesNothing()) {
            softly.assertThat(status).as(what + ": that there is no such object comes before what is wrong with it")
                    .isNotIn(TOO_EARLY);
        }
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInGetsNothing() {
        return each(table.all().stream().filter(route -> !route.isOpen() && !route.isSigned()), (route, softly) -> {
            checkStranger(softly, route, answer(route.call()));
            checkStranger(softly, route, answer(route.call().with(csrf())));
            if (!route.isForPrograms()) {
                checkStranger(softly, route, answer(withToken(route, TestPeople.ADMIN)));
            } else {
                checkStranger(softly, route, answer(route.call().header("Authorization", "Bearer tph_nonsense")));
            }
        });
    }

    private static void checkStranger(SoftAssertions softly, Route route, MockHttpServletResponse answer) {
        if (route.isForPrograms()) {
            softly.assertThat(answer.getStatus()).as("%s without a sign-in", route).isEqualTo(401);
            softly.assertThat(answer.getContentType()).as("%s without a sign-in", route)
                    .startsWith("application/problem+json");
            softly.assertThat(answer.getHeader("Location")).as("%s without a sign-in", route).isNull();
        } else if (route.path().equals("/live")) {
            softly.assertThat(answer.getStatus()).as("%s without a sign-in", route).isEqualTo(401);
        } else {
            softly.assertThat(answer.getStatus()).as("%s without a sign-in", route).isEqualTo(303);
            softly.assertThat(answer.getHeader("Location")).as("%s without a sign-in", route)
                    .startsWith("/sign-in?");
        }
    }

    @TestFactory
    Stream<DynamicTest> nothingIsChangedWithoutTheCsrfToken() {
        return each(table.all().stream().filter(route -> route.changesSomething() && !route.isSigned()),
                (route, softly) -> {
                    Map<String, String> before = digests.take();
                    for (TestPeople who : List.of(TestPeople.ADMIN, TestPeople.DEVELOPER)) {
                        softly.assertThat(answer(route.call().with(as(who))).getStatus())
                                .as("%s by %s without CSRF token", route, who).isEqualTo(403);
                        softly.assertThat(answer(route.call().with(as(who)).with(csrf().useInvalidToken())).getStatus())
                                .as("%s by %s with a wrong CSRF token", route, who).isEqualTo(403);
                    }
                    softly.assertThat(digests.take()).as("what the refused %s has changed", route).isEqualTo(before);
                });
    }

    @TestFactory
    Stream<DynamicTest> nothingIsChangedByWhoMayNot() {
        return each(table.all().stream().filter(Route::changesSomething).filter(route -> !route.isOpen()),
                (route, softly) -> {
                    Map<TestPeople, String> all = new EnumMap<>(TestPeople.class);
                    route.permission().ifPresent(permission -> Stream.of(TestPeople.values())
                            .filter(who -> !access.mayAnywhere(who.person(), permission))
                            .forEach(who -> all.put(who, who.name())));
                    Map<String, String> before = digests.take();
                    answer(route.call());
                    answer(route.call().header("Authorization", "Bearer tph_nonsense"));
                    for (TestPeople who : all.keySet()) {
                        answer(route.call().with(as(who)).with(csrf()));
                    }
                    softly.assertThat(digests.take()).as("what the refused %s has changed", route).isEqualTo(before);
                });
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsHardened() {
        return each(table.all().stream(), (route, softly) -> {
            for (MockHttpServletResponse answer : List.of(answer(route.call()),
                    answer(route.call().with(as(TestPeople.NOBODY)).with(csrf())),
                    answer(route.call().with(as(TestPeople.ADMIN)).with(csrf())))) {
                softly.assertThat(answer.getHeader("X-Content-Type-Options")).as("%s: no sniffing", route)
                        .isEqualTo("nosniff");
                softly.assertThat(answer.getHeader("X-Frame-Options")).as("%s: no framing", route).isEqualTo("DENY");
                softly.assertThat(String.valueOf(answer.getHeader("Content-Security-Policy"))).as("%s", route)
                        .contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe", "*");
                softly.assertThat(answer.getStatus()).as("%s", route).isNotEqualTo(500);
            }
        });
    }

    private interface Check {

        void run(Route route, SoftAssertions softly) throws Exception;
    }

    private static Stream<DynamicTest> each(Stream<Route> routes, Check check) {
        return routes.map(route -> DynamicTest.dynamicTest(route.key(), () -> {
            SoftAssertions softly = new SoftAssertions();
            check.run(route, softly);
            softly.assertAll();
        }));
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return portal.perform(request).andReturn().getResponse();
    }

    private AbstractMockHttpServletRequestBuilder<?> withToken(Route route, TestPeople who) {
        return route.call().header("Authorization", "Bearer " + token(who, EnumSet.allOf(Permission.class)));
    }

    private String viewOnly() {
        return token(TestPeople.ADMIN, EnumSet.of(Permission.VIEW));
    }

    private String token(TestPeople who, Set<Permission> lent) {
        return made.computeIfAbsent(who + " lends " + lent, name -> {
            beVouchedFor(who);
            return tokens.create(who.person(), name, lent, Duration.ofDays(1)).secret();
        });
    }

    // As the provider does at a sign-in: without it the token of somebody is refused.
    private void beVouchedFor(TestPeople who) {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at)
                values (?, ?, ?, ?, now()) on conflict (subject) do nothing
                """).params(who.username(), who.username(), who.person().name(),
                who.person().groups().toArray(String[]::new)).update();
    }
}
