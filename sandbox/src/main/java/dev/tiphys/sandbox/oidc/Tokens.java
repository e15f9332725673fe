package dev.tiphys.sandbox.oidc;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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

    String idToken(AuthorizationCodes.Grant grant) {
        DemoUser user = grant.user();
        return sign(JOSEObjectType.JWT, user, claims -> {
            claims.claim("auth_time", grant.signedIn().getEpochSecond()).claim("preferred_username", user.username())
                    .claim("name", user.name()).claim("email", user.email()).claim("email_verified", true)
                    .claim("groups", user.groups());
            if (!grant.request().nonce().isEmpty()) {
                claims.claim("nonce", grant.request().nonce());
            }
        });
    }

    private String sign(JOSEObjectType type, DemoUser user, Consumer<JWTClaimsSet.Builder> more) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer).subject(user.username())
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

    /// Whose access token this is, if it is one of ours and has not expired.
    Optional<DemoUser> owner(String accessToken) {
        try {
            SignedJWT token = SignedJWT.parse(accessToken);
            boolean good = ACCESS_TOKEN.equals(token.getHeader().getType())
                    && token.verify(new RSASSAVerifier(key.toRSAPublicKey()))
                    && token.getJWTClaimsSet().getExpirationTime().toInstant().isAfter(clock.instant());
            return good ? DemoUser.find(token.getJWTClaimsSet().getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
