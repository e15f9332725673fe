package dev.tiphys.identity;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Sends people to the provider. Who needs a fresh sign-in has to prove there who they are, although it knows them.
/// While it does not answer they stay on the sign-in page, which says so.
@Component
class FreshSignInRequest implements OAuth2AuthorizationRequestResolver {

    static final String PARAMETER = "fresh";

    private final DefaultOAuth2AuthorizationRequestResolver usual;

    FreshSignInRequest(SignInProvider provider) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(provider, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return fresh(asked(() -> usual.resolve(request)), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return fresh(asked(() -> usual.resolve(request, registration)), request);
    }

    private static @Nullable OAuth2AuthorizationRequest asked(
            Supplier<@Nullable OAuth2AuthorizationRequest> question) {
        try {
            return question.get();
        } catch (SignInUnavailableException unreachable) {
            return null;
        }
    }

    private static @Nullable OAuth2AuthorizationRequest fresh(@Nullable OAuth2AuthorizationRequest asked,
            HttpServletRequest request) {
        if (asked == null || request.getParameter(PARAMETER) == null) {
            return asked;
        }
        return OAuth2AuthorizationRequest.from(asked).additionalParameters(more -> {
            more.put("prompt", "login");
            more.put("max_age", "0");
        }).build();
    }
}
