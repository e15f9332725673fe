package dev.tiphys.identity;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Remembers the policy that counts, for all replicas: each change and each refusal is on record once, whoever notices
/// it first, and a portal that starts with a broken file goes on with the last good policy.
@Component
class PolicyRecord {

    private static final Actor PORTAL = Actor.portal("access policy");
    private static final int SHORT = 12;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PolicyRecord(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    private record Row(String version, String text) {}

    /// The last good policy; empty before the first one.
    Optional<AccessPolicy> findLastGood() {
        return database.sql("select version, text from access_policy").query(Row.class).optional()
                .filter(row -> !row.version().isEmpty() && row.version().equals(PolicyText.version(row.text())))
                .map(row -> PolicyText.read(row.text()));
    }

    @Transactional
    public void adopt(Policy policy) {
        Row before = database.sql("select version, text from access_policy for update").query(Row.class).single();
        database.sql("""
                update access_policy set version = ?, text = ?, changed_at = ?, refused_version = null,
                    refused_reason = null, refused_at = null
                where version <> ? or refused_version is not null
                """).params(policy.version(), PolicyText.write(policy.written()), clock.instant().atOffset(UTC),
                policy.version()).update();
        if (!before.version().equals(policy.version())) {
            events.publishEvent(ActionTaken.by(PORTAL, "policy.changed", "policy", "access")
                    .change(before.version().isEmpty() ? null : brief(before.version()), brief(policy.version()))
                    .because(difference(before, policy.written())));
        }
    }

    private static String difference(Row before, AccessPolicy now) {
        if (before.version().isEmpty()) {
            return "the first policy: " + now.teams().size() + " teams, " + now.roles().size() + " roles";
        }
        try {
            return PolicyDifference.between(PolicyText.read(before.text()), now);
        } catch (PolicyRefusedException older) {
            return "the former policy cannot be read by this version of the portal";
        }
    }

    /// @param version the hash of what is written
    @Transactional
    public void refuse(String version, String why) {
        int noticed = database.sql("""
                update access_policy set refused_version = ?, refused_reason = ?, refused_at = ?
                where refused_version is distinct from ?
                """).params(version, why, clock.instant().atOffset(UTC), version).update();
        if (noticed > 0) {
            events.publishEvent(ActionTaken.by(PORTAL, "policy.refused", "policy", "access")
                    .change(null, brief(version)).refused(why));
        }
    }

    private static String brief(String version) {
        return version.substring(0, Math.min(SHORT, version.length()));
    }
}
