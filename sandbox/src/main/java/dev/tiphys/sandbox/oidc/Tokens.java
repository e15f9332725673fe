package dev.tiphys.sandbox.oidc;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.tiphys.sandbox.people.DemoUser;

/// The provider's key and what it signs with it. The key lives as long as the process.
final class Tokens {

    static final Duration LIFE = Duration.ofHours(1);

    private static final JOSEObjectType LOGOUT_TOKEN = new JOSEObjectType("logout+jwt");
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final RSAKey key;

    Tokens(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        try {
            this.key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("this Java cannot make RSA keys", impossible);
        }
    }

    String publicKeys() {
        return new JWKSet(key).toString(true);
    }

    String accessToken(DemoUser user, String scope) {
        return sign(ACCESS_TOKEN, user, claims -> claims.claim("scope", scope).jwtID(UUID.randomUUID().toString()));
    }

    String idToken(DemoUser user, Instant signedIn, String sid, String nonce) {
        return sign(JOSEObjectType.JWT, user, claims -> {
            claims.claim("auth_time", signedIn.getEpochSecond()).claim("sid", sid)
                    .claim("preferred_username", user.username()).claim("name", user.name())
                    .claim("email", user.email()).claim("email_verified", true).claim("groups", user.groups());
            if (!nonce.isEmpty()) {
                claims.claim("nonce", nonce);
            }
        });
    }

    /// Says that a session has ended, as OpenID Connect Back-Channel Logout wants it.
    String logoutToken(Sessions.Session session) {
        return sign(LOGOUT_TOKEN, session.username(), claims -> claims.claim("sid", session.sid())
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
    }

    private String sign(JOSEObjectType type, DemoUser user, Consumer<JWTClaimsSet.Builder> more) {
        return sign(type, user.username(), more);
    }

    private String sign(JOSEObjectType type, String subject, Consumer<JWTClaimsSet.Builder> more) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).subject(subject)
                .audience(audience).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE)));
        more.accept(claims);
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key.getKeyID()).build();
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the provider cannot sign with its own key", impossible);
        }
    }

    /// The name of the person whose access token this is, if it is one of ours and has not expired.
    Optional<String> owner(String accessToken) {
        try {
            SignedJWT token = SignedJWT.parse(accessToken);
            boolean good = ACCESS_TOKEN.equals(token.getHeader().getType())
                    && token.verify(new RSASSAVerifier(key.toRSAPublicKey()))
                    && token.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? Optional.of(token.getJWTClaimsSet().getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
