package dev.tiphys.sandbox.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/// The refresh tokens, each good once: with the new access token comes a new one. They carry what they stand for, so
/// that those a portal has kept outlive a restart of the sandbox.
final class RefreshTokens {

    private static final Duration LIFE = Duration.ofDays(30);

    private final byte[] key;
    private final Clock clock;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    RefreshTokens(String clientSecret, Clock clock) {
        this.key = sha256("refresh tokens of " + clientSecret);
        this.clock = clock;
    }

    /// What a refresh token stands for.
    record Grant(String username, String scope, String sid, Instant signedIn) {}

    String issue(Grant grant) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(grant.username()).claim("scope", grant.scope())
                .claim("sid", grant.sid()).claim("auth_time", grant.signedIn().getEpochSecond())
                .jwtID(UUID.randomUUID().toString()).expirationTime(Date.from(clock.instant().plus(LIFE))).build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the provider cannot sign with its own key", impossible);
        }
    }

    /// Takes the token out of circulation; empty when it is not ours, was used before, or has expired.
    Optional<Grant> redeem(String token) {
        try {
            SignedJWT parsed = SignedJWT.parse(token);
            JWTClaimsSet claims = parsed.getJWTClaimsSet();
            boolean good = parsed.verify(new MACVerifier(key))
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant()) && used.add(claims.getJWTID());
            return good
                    ? Optional.of(new Grant(claims.getSubject(), claims.getStringClaim("scope"),
                            claims.getStringClaim("sid"), Instant.ofEpochSecond(claims.getLongClaim("auth_time"))))
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
