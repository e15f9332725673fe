package dev.tiphys.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Sends people to the provider; while that does not answer they stay on the sign-in page, which says so.
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignInRequests(SignInProvider provider) {
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
            return requests.resolve(request);
        } catch (SignInUnavailableException unreachable) {
            return null;
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registrationId) {
        try {
            return requests.resolve(request, registrationId);
        } catch (SignInUnavailableException unreachable) {
            return null;
        }
    }
}
