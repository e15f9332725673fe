package dev.tiphys.identity;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import dev.tiphys.web.WebSettings;

/// Discovers the OpenID provider when the first person signs in, and keeps what it learnt. A provider that is down so
/// never prevents the portal's start, and is asked again at the next attempt.
@Component
class SignInProvider implements ClientRegistrationRepository {

    static final String ID = "tiphys";

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final SignInSettings settings;
    private final String ownAddress;
    private final ReentrantLock discovering = new ReentrantLock();
    private volatile @Nullable ClientRegistration registration;

    SignInProvider(SignInSettings settings, WebSettings web) {
        this.settings = settings;
        this.ownAddress = web.publicAddress().orElse("{baseUrl}");
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return registrationId.equals(ID) ? get() : null;
    }

    ClientRegistration get() {
        ClientRegistration known = registration;
        return known == null ? discover() : known;
    }

    private ClientRegistration discover() {
        discovering.lock();
        try {
            ClientRegistration known = registration;
            if (known != null) {
                return known;
            }
            ClientRegistration found = ClientRegistrations.fromOidcConfiguration(document()).registrationId(ID)
                    .clientId(settings.clientId()).clientSecret(settings.secret()).scope(settings.scopes())
                    .redirectUri(ownAddress + "/login/oauth2/code/" + ID).userNameAttributeName("sub").build();
            registration = found;
            return found;
        } catch (RuntimeException e) {
            throw new SignInUnavailableException(settings.issuer(), e);
        } finally {
            discovering.unlock();
        }
    }

    private Map<String, Object> document() {
        HttpClient client = HttpClient.newBuilder().connectTimeout(DEADLINE).build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(DEADLINE);
        Map<String, Object> document = RestClient.builder().requestFactory(requests).build().get()
                .uri(settings.issuer() + "/.well-known/openid-configuration").retrieve()
                .body(new ParameterizedTypeReference<>() {
                });
        if (document == null || !settings.issuer().toString().equals(document.get("issuer"))) {
            throw new IllegalStateException("The discovery document does not name the configured issuer.");
        }
        return document;
    }
}
