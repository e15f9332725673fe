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
import dev.tiphys.web.WebSettings;

/// Makes, binds and uses up the links that are sent through Slack.
@Component
class OneTimeLinks {

    /// How long one may be used once its reader is known.
    static final Duration SHORT = Duration.ofMinutes(15);

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final WebSettings web;
    private final Clock clock;

    OneTimeLinks(JdbcClient database, WebSettings web, Clock clock) {
        this.database = database;
        this.web = web;
        this.clock = clock;
    }

    /// A link that was just made; only now is its token known.
    record Made(String address, String hash) {}

    /// For the readers of a channel: it becomes that person's who opens it first and may decide.
    Made forReaders(ApprovalId request, Instant expires) {
        return make("/slack/decide?token=", token -> insert(token, "decide", request, null, null, expires));
    }

    /// For one known person.
    Made forPerson(ApprovalId request, String subject) {
        return make("/slack/decide?token=",
                token -> insert(token, "decide", request, null, subject, clock.instant().plus(SHORT)));
    }

    /// For whoever holds this account, to say who they are.
    Made forAccount(SlackUser account) {
        return make("/slack/link?token=",
                token -> insert(token, "account", null, account, null, clock.instant().plus(SHORT)));
    }

    private interface Insert {

        void of(RandomToken token);
    }

    private Made make(String path, Insert insert) {
        forgetOld();
        RandomToken token = RandomToken.create();
        insert.of(token);
        return new Made(web.publicAddress().orElse("") + path + token.text(), token.hash());
    }

    private void insert(RandomToken token, String purpose, @Nullable ApprovalId request, @Nullable SlackUser account,
            @Nullable String boundTo, Instant expires) {
        database.sql("""
                insert into slack_link (hash, purpose, request, team, user_id, user_name, bound_to, created_at,
                    expires_at)
                values (decode(?, 'hex'), ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(token.hash()).param(purpose).param(request == null ? null : request.value())
                .param(account == null ? null : account.team()).param(account == null ? null : account.id())
                .param(account == null ? null : account.name()).param(boundTo).param(now())
                .param(expires.atOffset(UTC)).update();
    }

    Optional<OneTimeLink> find(String token) {
        return database.sql("""
                select encode(hash, 'hex') as hash, request, team, user_id, user_name, bound_to, expires_at, opened_at, used_at
                from slack_link where hash = decode(?, 'hex')
                """).param(new RandomToken(token).hash()).query(OneTimeLinks::row).optional();
    }

    /// Makes the link this person's, from now for a short time. False when another was first, or it is no good.
    boolean bind(OneTimeLink link, String subject) {
        return database.sql("""
                update slack_link set bound_to = ?, opened_at = ?, expires_at = least(expires_at, ?)
                where hash = decode(?, 'hex') and used_at is null and expires_at > ? and opened_at is null
                    and (bound_to is null or bound_to = ?)
                """).params(subject, now(), clock.instant().plus(SHORT).atOffset(UTC), link.hash(), now(), subject)
                .update() == 1;
    }

    /// Uses the link up; of any number who try, one gets true. What is rolled back was not used.
    boolean use(OneTimeLink link, String subject) {
        return database.sql("""
                update slack_link set used_at = ?
                where hash = decode(?, 'hex') and used_at is null and expires_at > ? and (bound_to = ? or purpose = 'account')
                """).params(now(), link.hash(), now(), subject).update() == 1;
    }

    /// Ends the links of earlier versions of a message that nobody has opened.
    void retireAllBut(ApprovalId request, String hash) {
        database.sql("delete from slack_link where request = ? and bound_to is null and hash <> decode(?, 'hex')")
                .params(request.value(), hash).update();
    }

    private void forgetOld() {
        database.sql("delete from slack_link where expires_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(UTC)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }

    private static OneTimeLink row(ResultSet row, int number) throws SQLException {
        String user = row.getString("user_id");
        SlackUser account = user == null
                ? null
                : new SlackUser(row.getString("team"), user, row.getString("user_name"));
        return new OneTimeLink(row.getString("hash"), row.getObject("request", UUID.class), account,
                row.getString("bound_to"), row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "opened_at"), instant(row, "used_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
