package dev.tiphys.identity;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

@PortalTest
class ApiTokensTest {

    private static final Person DEVELOPER = TestPeople.DEVELOPER.person();

    private final MockMvcTester portal;
    private final ApiTokens tokens;
    private final JdbcClient database;
    private final KnownPeople known;

    @Autowired
    ApiTokensTest(MockMvcTester portal, ApiTokens tokens, JdbcClient database, KnownPeople known) {
        this.portal = portal;
        this.tokens = tokens;
        this.database = database;
        this.known = known;
    }

    @Test
    void aTokenSignsItsOwnerInWithWhatItLends() {
        String secret = create(Permission.VIEW).secret();
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret)).hasStatusOk().bodyJson()
                .extractingPath("$.permissions").asArray().containsExactly("view");
        assertThat(tokens.list(DEVELOPER)).anySatisfy(token -> assertThat(token.lastUsedAt()).isNotNull());
    }

    @Test
    void onlyAHashIsStored() {
        String secret = create(Permission.VIEW).secret();
        assertThat(secret).startsWith("tph_").hasSizeGreaterThan(40);
        assertThat(database.sql("select count(*) from api_token t where t::text like '%' || ? || '%'").param(secret)
                .query(Long.class).single()).isZero();
    }

    @Test
    void aRevokedTokenEndsAtOnce() {
        NewApiToken made = create(Permission.VIEW);
        tokens.revoke(DEVELOPER, made.token().id());
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + made.secret())).hasStatus(401);
        assertThatThrownBy(() -> tokens.revoke(DEVELOPER, made.token().id())).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void nobodyRevokesTheTokenOfAnother() {
        NewApiToken made = create(Permission.VIEW);
        assertThatThrownBy(() -> tokens.revoke(TestPeople.ADMIN.person(), made.token().id()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void anExpiredTokenIsUnknown(@Autowired ApiTokenQueries queries, @Autowired TokenOwners owners) {
        String secret = create(Permission.VIEW).secret();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        assertThat(new ApiTokens(queries, owners, event -> {
        }, later).find(secret)).isEmpty();
    }

    @Test
    void aTokenMakesNoOther() {
        Person byToken = new Person("developer", "developer", "Deniz", Set.of(), Set.of(),
                new SignedInBy.Token("ci", Set.of(Permission.VIEW)));
        assertThatThrownBy(() -> tokens.create(byToken, "another", Set.of(Permission.VIEW), Duration.ofDays(1)))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void madeByJsonAndOnRecord() {
        assertThat(portal.post().uri("/api/v1/tokens").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"pipeline\",\"permissions\":[\"view\",\"promote\"],\"days\":30}")
                .with(as(TestPeople.DEVELOPER)).with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(201)
                .bodyJson().extractingPath("$.token.name").isEqualTo("pipeline");
        assertThat(portal.get().uri("/api/v1/audit?code=token").with(as(TestPeople.ADMIN))).bodyText()
                .contains("token.created", "pipeline");
    }

    @Test
    void aWishThatCannotBeIsRefusedFieldByField() {
        assertThat(portal.post().uri("/api/v1/tokens").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"\",\"permissions\":[\"fly\"]}").with(as(TestPeople.DEVELOPER))
                .with(SecurityMockMvcRequestPostProcessors.csrf())).hasStatus(422)
                .hasContentType("application/problem+json").bodyJson().extractingPath("$.fields.name").isNotNull();
    }

    @Test
    void isRefusedWhenItsOwnerCannotBeConfirmed() {
        String secret = create(TestPeople.PROVIDER.person(), Permission.VIEW).secret();
        database.sql("update known_person set groups_read_at = groups_read_at - interval '2 hours' "
                + "where subject = 'provider'").update();
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret)).hasStatus(401)
                .hasContentType("application/problem+json").bodyText()
                .contains("cannot be asked whether provider is still who they were", "its owner has signed in");
    }

    @Test
    void givesItsOwnersGroupsOfNow() {
        String secret = create(TestPeople.APPROVER.person(), Permission.AUDIT).secret();
        assertThat(portal.get().uri("/api/v1/audit/verify").header("Authorization", "Bearer " + secret)).hasStatus(403);
        String broader = tokens.create(TestPeople.APPROVER.person(), "test", Set.of(Permission.VIEW, Permission.AUDIT),
                Duration.ofDays(1)).secret();
        assertThat(portal.get().uri("/api/v1/audit/verify").header("Authorization", "Bearer " + broader)).hasStatusOk();
        known.note(new Person("approver", "approver", "Amara", Set.of("viewers"), Set.of(),
                new SignedInBy.Browser()));
        assertThat(portal.get().uri("/api/v1/audit/verify").header("Authorization", "Bearer " + broader))
                .hasStatus(403);
    }

    @Test
    void aChangeByATokenIsOnRecordBeforeItHappens() {
        String secret = create(Permission.VIEW).secret();
        assertThat(portal.delete().uri("/api/v1/tokens/" + UUID.randomUUID())
                .header("Authorization", "Bearer " + secret).header("X-Request-Id", "once-1")).hasStatus(404);
        assertThat(portal.get().uri("/api/v1/audit?code=token.used&size=100").with(as(TestPeople.ADMIN))).bodyText()
                .contains("DELETE /api/v1/tokens/", "once-1");
    }

    private NewApiToken create(Permission permission) {
        return create(DEVELOPER, permission);
    }

    private NewApiToken create(Person owner, Permission permission) {
        known.note(owner);
        return tokens.create(owner, "test", Set.of(permission), Duration.ofDays(1));
    }
}
