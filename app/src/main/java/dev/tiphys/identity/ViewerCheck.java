package dev.tiphys.identity;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/// Whoever has no right to see anything gets no page and no JSON at all, whatever a single handler may forget.
@Component
class ViewerCheck implements AuthorizationManager<RequestAuthorizationContext> {

    private final People people;
    private final Access access;

    ViewerCheck(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        Authentication who = authentication.get();
        Person person = who == null ? null : people.find(who).orElse(null);
        if (person == null) {
            return new AuthorizationDecision(false);
        }
        if (!access.mayAnywhere(person, Permission.VIEW)) {
            throw new AccessDeniedException(access.may(person, Permission.VIEW, Scope.portal()).reason());
        }
        return new AuthorizationDecision(true);
    }
}
