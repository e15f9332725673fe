package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;

@PortalTest
class IdleSessionsTest {

    private final Instant earlier = Clock.systemUTC().instant().minus(1, ChronoUnit.HOURS)
            .truncatedTo(ChronoUnit.MILLIS);

    private final MockMvcTester portal;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    IdleSessionsTest(MockMvcTester portal, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.portal = portal;
        this.sessions = sessions;
    }

    @Test
    void aRequestOfAPersonCountsAsUse() {
        String id = idleSession(sessions);
        assertThat(portal.get().uri("/audit").cookie(cookie(id))).hasStatus(303).hasHeader("Location",
                "/sign-in?return=%2Faudit");
        assertThat(lastUse(id)).isAfter(earlier);
    }

    @Test
    void whatAPageFetchesByItselfDoesNot() {
        String id = idleSession(sessions);
        assertThat(portal.get().uri("/audit").cookie(cookie(id)).header("Tiphys-Live", "true")).hasStatus(303);
        assertThat(portal.get().uri("/live").cookie(cookie(id))).hasStatus(401);
        assertThat(lastUse(id)).isEqualTo(earlier);
    }

    private Instant lastUse(String id) {
        return Objects.requireNonNull(sessions.findById(id)).getLastAccessedTime();
    }

    private <S extends Session> String idleSession(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setLastAccessedTime(earlier);
        sessions.save(session);
        return session.getId();
    }

    private static Cookie cookie(String id) {
        return new Cookie("TIPHYS_SESSION", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
    }
}
