package dev.tiphys.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.PatternMatchUtils;
import org.springframework.validation.annotation.Validated;

/// How long what the provider said about somebody counts, and which decisions want a fresh sign-in.
@Validated
@ConfigurationProperties("tiphys.identity")
public record IdentitySettings(@Nullable String key, @Nullable Path keyFile, @DefaultValue("15m") Duration groupsMaxAge,
        @DefaultValue("1h") Duration outage, @DefaultValue("24h") Duration sessionLife,
        @DefaultValue("5s") Duration deadline, @DefaultValue Set<String> emergencyGroups,
        @DefaultValue List<@Valid FreshSignIn> freshSignIn) {

    private static final Duration LONGEST_MAX_AGE = Duration.ofMinutes(15);

    public IdentitySettings {
        emergencyGroups = Set.copyOf(emergencyGroups);
        freshSignIn = List.copyOf(freshSignIn);
        if (groupsMaxAge.compareTo(LONGEST_MAX_AGE) > 0 || !groupsMaxAge.isPositive()) {
            throw new IllegalArgumentException("tiphys.identity.groups-max-age is more than 0 and at most 15m.");
        }
        if (outage.compareTo(groupsMaxAge) < 0) {
            throw new IllegalArgumentException("tiphys.identity.outage is at least groups-max-age.");
        }
    }

    /// Decisions for which the last sign-in must not be older than `max-age`.
    public record FreshSignIn(@NotEmpty Set<Permission> permissions, @DefaultValue("*") Set<String> environments,
            @NotNull Duration maxAge) {

        public FreshSignIn {
            permissions = Set.copyOf(permissions);
            environments = Set.copyOf(environments);
        }

        boolean concerns(Permission permission, @Nullable String environment) {
            String asked = environment == null ? "" : environment;
            return permissions.contains(permission)
                    && environments.stream().anyMatch(pattern -> PatternMatchUtils.simpleMatch(pattern, asked));
        }
    }

    /// The shortest age that a rule demands of the sign-in for this.
    Optional<Duration> freshness(Permission permission, Scope scope) {
        return freshSignIn.stream().filter(rule -> rule.concerns(permission, scope.environment()))
                .map(FreshSignIn::maxAge).min(Duration::compareTo);
    }

    /// The keys of the vault in Base64, one a line: the first one closes, all of them open.
    List<String> keys() {
        String text = key == null ? "" : key;
        if (keyFile != null) {
            try {
                text = Files.readString(keyFile);
            } catch (IOException e) {
                throw new UncheckedIOException("The key file " + keyFile + " cannot be read.", e);
            }
        }
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
