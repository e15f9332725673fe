package dev.tiphys.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The emergency sessions that somebody minted on a pod. Each is on record before its link is good for anything.
@Component
class EmergencySessions {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmergencySessions(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /// One that waits to be begun.
    record Offer(UUID id, String name, String reason, Set<String> groups, String mintedOn) {}

    /// Looks, and changes nothing: whatever unfurls the link may do so.
    Optional<Offer> find(String code) {
        return database.sql("""
                select id, name, reason, groups, minted_on from emergency_session
                where code_hash = ? and begun_at is null and link_until > ?
                """).params(TokenSecret.hash(code), now()).query((row, n) -> offer(row)).optional();
    }

    /// Begins it, once.
    @Transactional
    public Optional<EmergencyPass> begin(String code) {
        recordMinted();
        Optional<EmergencyPass> pass = database.sql("""
                update emergency_session set begun_at = :now, ends_at = :now + session_life
                where code_hash = :hash and begun_at is null and link_until > :now
                returning id, name, reason, groups, minted_on, begun_at, ends_at
                """).param("now", now()).param("hash", TokenSecret.hash(code)).query((row, n) -> {
            Offer offer = offer(row);
            return new EmergencyPass(offer.id(), offer.name(), offer.reason(), offer.groups(),
                    instant(row, "begun_at"), instant(row, "ends_at"));
        }).optional();
        pass.ifPresent(begun -> events.publishEvent(ActionTaken.by(actor(begun), "emergency.begun",
                "emergency-session", begun.id().toString()).change(null, "until " + begun.endsAt())
                .because(begun.reason())));
        return pass;
    }

    /// Puts on record what was minted since the last look.
    @Transactional
    public void recordMinted() {
        List<Offer> minted = database.sql("""
                update emergency_session set recorded_at = ? where recorded_at is null
                returning id, name, reason, groups, minted_on
                """).param(now()).query((row, n) -> offer(row)).list();
        for (Offer offer : minted) {
            Actor pod = new Actor("tiphys:pod", offer.name() + ", on " + offer.mintedOn(), "command on the pod");
            events.publishEvent(ActionTaken.by(pod, "emergency.minted", "emergency-session", offer.id().toString())
                    .change(null, String.join(", ", offer.groups())).because(offer.reason()));
        }
    }

    private static Actor actor(EmergencyPass pass) {
        return new Actor(pass.subject(), pass.name(), "emergency session");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Offer offer(ResultSet row) throws SQLException {
        Set<String> groups = Arrays.stream((Object[]) row.getArray("groups").getArray()).map(String::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Offer(row.getObject("id", UUID.class), row.getString("name"), row.getString("reason"), groups,
                row.getString("minted_on"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
