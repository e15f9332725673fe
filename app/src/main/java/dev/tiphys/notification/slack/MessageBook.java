package dev.tiphys.notification.slack;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.promotion.PromotionId;

/// What Slack should show and what it shows. Of several who want to send the same message, on whichever replica, one
/// gets the claim.
@Component
class MessageBook {

    /// Longer than all calls of one attempt can take; a sender that died keeps its claim for as long.
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private static final String COLUMNS = """
            id, request, step, nonce, channel, channel_id, ts, wanted, tried_at, created_at, asked_at""";

    private final JdbcClient database;
    private final Clock clock;

    MessageBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A message to send.
    ///
    /// @param wanted tells one wish for the same message from the next
    record Wish(UUID id, int wanted) {}

    /// Wants the request's message to tell what is so now.
    Wish want(ApprovalId request, String nonce) {
        return database.sql("""
                insert into slack_message (id, request, step, nonce, created_at) values (?, ?, 'MESSAGE', ?, ?)
                on conflict (request) where step = 'MESSAGE' do update set wanted = slack_message.wanted + 1
                returning id, wanted
                """).params(UUID.randomUUID(), request.value(), nonce, now())
                .query((row, n) -> new Wish(row.getObject("id", UUID.class), row.getInt("wanted"))).single();
    }

    Wish wantReply(ApprovalId request, String step) {
        return wantReply(request.value(), step);
    }

    Wish wantReply(UUID request, String step) {
        UUID id = UUID.randomUUID();
        database.sql("insert into slack_message (id, request, step, nonce, created_at) values (?, ?, ?, '', ?)")
                .params(id, request, step, now()).update();
        return new Wish(id, 1);
    }

    /// Wants the promotion's message to tell what is so now.
    ///
    /// @param since when people were first needed; null while they are not, and then only what was told before is mended
    Optional<MessageRow> want(PromotionId promotion, @Nullable Instant since) {
        if (since == null) {
            return database.sql("""
                    update slack_message set wanted = wanted + 1, asked_at = null
                    where request = ? and step = 'PROMOTION' returning
                    """ + COLUMNS).param(promotion.value()).query(MessageBook::row).optional();
        }
        return database.sql("""
                insert into slack_message (id, request, step, nonce, created_at, asked_at)
                values (?, ?, 'PROMOTION', '', ?, ?)
                on conflict (request) where step = 'PROMOTION' do update set wanted = slack_message.wanted + 1,
                    asked_at = coalesce(slack_message.asked_at, excluded.asked_at)
                returning
                """ + COLUMNS).params(UUID.randomUUID(), promotion.value(), now(), since.atOffset(UTC))
                .query(MessageBook::row).optional();
    }

    /// The promotion's own message.
    Optional<MessageRow> find(PromotionId promotion) {
        return database.sql("select " + COLUMNS + " from slack_message where request = ? and step = 'PROMOTION'")
                .param(promotion.value()).query(MessageBook::row).optional();
    }

    /// Takes the right to send; empty when nothing is left to tell, or when somebody else is at it.
    Optional<MessageRow> claim(UUID id) {
        return database.sql("update slack_message set busy_until = ?"
                + " where id = ? and sent < wanted and (busy_until is null or busy_until < ?) returning " + COLUMNS)
                .params(clock.instant().plus(CLAIM).atOffset(UTC), id, now()).query(MessageBook::row).optional();
    }

    boolean isUpToDate(UUID id) {
        return database.sql("select count(*) from slack_message where id = ? and sent < wanted").param(id)
                .query(Integer.class).single() == 0;
    }

    /// Notes that a post is about to begin. What is not noted as ended after that is looked for first.
    void trying(MessageRow row, String channel) {
        database.sql("update slack_message set channel = ?, tried_at = coalesce(tried_at, ?) where id = ?")
                .params(channel, now(), row.id()).update();
    }

    void sent(MessageRow row, SlackPlace place) {
        database.sql("""
                update slack_message set channel_id = ?, ts = ?, sent = greatest(sent, ?), tried_at = null,
                    busy_until = null, failure = null where id = ?
                """).params(place.channelId(), place.ts(), row.wanted(), row.id()).update();
    }

    /// Nothing more is tried for what is wanted so far.
    void leave(MessageRow row) {
        database.sql("""
                update slack_message set sent = greatest(sent, ?), tried_at = null, busy_until = null where id = ?
                """).params(row.wanted(), row.id()).update();
    }

    /// Lets go of the claim. True when it is the first failure in a row.
    boolean failed(MessageRow row, SlackFailure failure) {
        boolean first = database.sql("select count(*) from slack_message where id = ? and failure is null")
                .param(row.id()).query(Integer.class).single() == 1;
        database.sql("""
                update slack_message set busy_until = null, failure = ?,
                    tried_at = case when ? then tried_at else null end where id = ?
                """).params(failure.word(), failure.isDoubtful(), row.id()).update();
        return first;
    }

    void release(MessageRow row) {
        database.sql("update slack_message set busy_until = null where id = ?").param(row.id()).update();
    }

    /// The request's own message.
    Optional<MessageRow> find(ApprovalId request) {
        return database.sql("select " + COLUMNS + " from slack_message where request = ? and step = 'MESSAGE'")
                .param(request.value()).query(MessageBook::row).optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private static MessageRow row(ResultSet row, int number) throws SQLException {
        String channel = row.getString("channel_id");
        String ts = row.getString("ts");
        SlackPlace place = channel == null || ts == null ? null : new SlackPlace(channel, ts);
        return new MessageRow(row.getObject("id", UUID.class),
                new ApprovalId(row.getObject("request", UUID.class)), row.getString("step"), row.getString("nonce"),
                row.getString("channel"), place, row.getInt("wanted"), instant(row, "tried_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "asked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
