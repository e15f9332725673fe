package dev.tiphys.identity;

import java.net.http.HttpClient;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Asks the provider what it says about somebody now: by their refresh token where there is one, and always at its
/// userinfo. Each of the two calls ends at the deadline.
@Component
class ProviderInquiry {

    private static final Logger log = LoggerFactory.getLogger(ProviderInquiry.class);

    private final SignInProvider provider;
    private final RestClient http;
    private final RestClientRefreshTokenTokenResponseClient refreshing = new RestClientRefreshTokenTokenResponseClient();

    ProviderInquiry(SignInProvider provider, IdentitySettings settings) {
        this.provider = provider;
        HttpClient client = HttpClient.newBuilder().connectTimeout(settings.deadline()).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.deadline());
        this.http = RestClient.builder().requestFactory(requests).build();
        refreshing.setRestClient(RestClient.builder().requestFactory(requests)
                .configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
    }

    ProviderAnswer ask(String subject, ProviderGrant grant) {
        try {
            return ask(provider.get(), subject, grant);
        } catch (HttpClientErrorException.Unauthorized | HttpClientErrorException.Forbidden e) {
            return new ProviderAnswer.Refused("it no longer accepts their sign-in");
        } catch (OAuth2AuthorizationException e) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(e.getError().getErrorCode())) {
                return new ProviderAnswer.Refused("it has ended their sign-in");
            }
            log.warn("The sign-in service does not answer about a person: {}", e.getMessage());
            return new ProviderAnswer.Silent(String.valueOf(e.getMessage()));
        } catch (SignInUnavailableException | RestClientException | ParseException e) {
            log.warn("The sign-in service does not answer about a person: {}", e.getMessage());
            return new ProviderAnswer.Silent(String.valueOf(e.getMessage()));
        }
    }

    private ProviderAnswer ask(ClientRegistration registration, String subject, ProviderGrant grant)
            throws ParseException {
        Map<String, Object> claims = new HashMap<>();
        ProviderGrant next = grant;
        if (grant.refreshToken() != null) {
            OAuth2AccessTokenResponse answer = refreshing
                    .getTokenResponse(refresh(registration, grant, grant.refreshToken()));
            next = next(answer, grant);
            claims.putAll(idToken(registration, answer));
        }
        claims.putAll(userInfo(registration, next));
        boolean same = subject.equals(claims.get("sub"));
        return same
                ? new ProviderAnswer.Vouched(claims, next)
                : new ProviderAnswer.Refused("it answers about somebody else");
    }

    private static OAuth2RefreshTokenGrantRequest refresh(ClientRegistration registration, ProviderGrant grant,
            String token) {
        // Spring wants to see an access token; only the refresh token is sent.
        OAuth2AccessToken access = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, grant.accessToken(), null,
                grant.accessExpiresAt());
        return new OAuth2RefreshTokenGrantRequest(registration, access, new OAuth2RefreshToken(token, null));
    }

    private static ProviderGrant next(OAuth2AccessTokenResponse answer, ProviderGrant former) {
        OAuth2RefreshToken refresh = answer.getRefreshToken();
        return new ProviderGrant(answer.getAccessToken().getTokenValue(), answer.getAccessToken().getExpiresAt(),
                refresh == null ? former.refreshToken() : refresh.getTokenValue());
    }

    // It comes straight from the token endpoint, so TLS vouches for it (OpenID Connect Core, 3.1.3.7, 6).
    private static Map<String, Object> idToken(ClientRegistration registration, OAuth2AccessTokenResponse answer)
            throws ParseException {
        if (!(answer.getAdditionalParameters().get("id_token") instanceof String text)) {
            return Map.of();
        }
        JWTClaimsSet claims = JWTParser.parse(text).getJWTClaimsSet();
        boolean ours = Objects.equals(claims.getIssuer(), registration.getProviderDetails().getIssuerUri())
                && claims.getAudience().contains(registration.getClientId());
        if (!ours) {
            throw new ParseException("The ID token is not meant for this portal.", 0);
        }
        return known(claims.getClaims());
    }

    private Map<String, Object> userInfo(ClientRegistration registration, ProviderGrant grant) {
        String address = registration.getProviderDetails().getUserInfoEndpoint().getUri();
        if (!StringUtils.hasText(address)) {
            return Map.of();
        }
        Map<String, @Nullable Object> claims = http.get().uri(address)
                .headers(headers -> headers.setBearerAuth(grant.accessToken())).retrieve()
                .body(new ParameterizedTypeReference<>() {
                });
        return claims == null ? Map.of() : known(claims);
    }

    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> claims) {
        Map<String, Object> known = new HashMap<>();
        claims.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }
}
