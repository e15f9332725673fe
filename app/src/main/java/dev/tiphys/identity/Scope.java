package dev.tiphys.identity;

import org.jspecify.annotations.Nullable;

/// What a permission is asked for. What is not said is not part of the question: a grant that is limited in it does
/// not answer.
public record Scope(@Nullable String service, @Nullable String team, @Nullable String environment,
        @Nullable String provider, @Nullable String requestedBy) {

    private static final Scope PORTAL = new Scope(null, null, null, null, null);

    /// The portal as a whole.
    public static Scope portal() {
        return PORTAL;
    }

    /// A service, owned by a team where that is known.
    public static Scope service(String service, @Nullable String team) {
        return new Scope(service, team, null, null, null);
    }

    /// What a team as a whole has, such as its namespaces.
    public static Scope team(String team) {
        return new Scope(null, team, null, null, null);
    }

    /// A provider of the catalog.
    public static Scope provider(String provider) {
        return new Scope(null, null, null, provider, null);
    }

    public Scope in(String name) {
        return new Scope(service, team, name, provider, requestedBy);
    }

    /// The subject who asked for it: nobody approves their own request.
    public Scope requestedBy(String subject) {
        return new Scope(service, team, environment, provider, subject);
    }

    /// In words, such as `checkout in prod-east`.
    public String words() {
        if (provider != null) {
            return "provider " + provider;
        }
        String subject = service != null ? service : team == null ? "the portal" : "for team " + team;
        return environment == null ? subject : subject + " in " + environment;
    }
}
