package dev.tiphys.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Which session belongs to which of the provider's, for all replicas. Spring notes each sign-in here; the rest of what
/// it offers is done by `SignedInSessions`, which needs no call to the portal itself.
@Component
class PostgresSessionRegistry implements OidcSessionRegistry {

    private final SessionRecords records;
    private final People people;

    PostgresSessionRegistry(SessionRecords records, People people) {
        this.records = records;
        this.people = people;
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        OidcUser user = session.getPrincipal();
        records.begin(session.getSessionId(), people.of(user), user.getClaimAsString("sid"), visit());
    }

    @Override
    @SuppressWarnings("NullAway") // the interface lets null stand for "none was known"
    public @Nullable OidcSessionInformation removeSessionInformation(String sessionId) {
        records.forget(sessionId);
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        return List.of();
    }

    private static SessionRecords.Visit visit() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            return visit(attributes.getRequest());
        }
        return new SessionRecords.Visit("", "");
    }

    static SessionRecords.Visit visit(jakarta.servlet.http.HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new SessionRecords.Visit(agent == null ? "" : agent, request.getRemoteAddr());
    }
}
