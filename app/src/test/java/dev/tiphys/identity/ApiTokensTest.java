package dev.tiphys.identity;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

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

    @Autowired
    ApiTokensTest(MockMvcTester portal, ApiTokens tokens, JdbcClient database) {
        this.portal = portal;
        this.tokens = tokens;
        this.database = database;
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
    void anExpiredTokenIsUnknown(@Autowired ApiTokenQueries queries, @Autowired People people) {
        String secret = create(Permission.VIEW).secret();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));
        assertThat(new ApiTokens(queries, people, event -> {
        }, later).find(secret)).isEmpty();
    }

    @Test
    void aTokenMakesNoneThatMayMore() {
        Person byToken = new Person("developer", "developer", "Deniz", Set.of(), Set.of(),
                new SignedInBy.Token("ci", Set.of(Permission.VIEW)));
        assertThatThrownBy(() -> tokens.create(byToken, "more", Set.of(Permission.PROMOTE), Duration.ofDays(1)))
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

    private NewApiToken create(Permission permission) {
        return tokens.create(DEVELOPER, "test", Set.of(permission), Duration.ofDays(1));
    }
}
