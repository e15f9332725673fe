package dev.tiphys.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes a request repeatable: the answer to an `Idempotency-Key` is stored in the transaction of the change itself,
/// and a repetition gets that answer again.
@Component
public class IdempotencyKeys {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient database;
    private final Clock clock;

    IdempotencyKeys(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What was answered; `body` is the JSON text.
    public record Answer(int status, @Nullable String location, @Nullable String body) {}

    /// Does `change` at most once per person and key. `request` is the text that makes two requests the same, such as
    /// the method, the path and the body; the same key with another request is refused. Without a key the change is
    /// simply made. A second request that comes during the first waits for it.
    @Transactional
    public Answer once(String subject, @Nullable String key, String request, Supplier<Answer> change) {
        if (key == null || key.isBlank()) {
            return change.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal.Invalid("Idempotency-Key", "An Idempotency-Key has 1 to 200 visible characters.");
        }
        String fingerprint = sha256(request);
        if (!claim(subject, key, fingerprint)) {
            return earlier(subject, key, fingerprint);
        }
        Answer answer = change.get();
        keep(subject, key, answer);
        return answer;
    }

    private boolean claim(String subject, String key, String fingerprint) {
        forgetOld();
        return database.sql("""
                insert into idempotency_key (subject, key, fingerprint, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(subject, key, fingerprint, Timestamp.from(clock.instant())).update() == 1;
    }

    private Answer earlier(String subject, String key, String fingerprint) {
        record Row(String fingerprint, Answer answer) {}
        Optional<Row> row = database
                .sql("select fingerprint, status, location, body from idempotency_key where subject = ? and key = ?")
                .params(subject, key).query((rs, n) -> new Row(rs.getString("fingerprint"),
                        new Answer(rs.getInt("status"), rs.getString("location"), rs.getString("body"))))
                .optional();
        if (row.isEmpty()) {
            throw new Refusal.Conflict("The first request with this Idempotency-Key failed just now. Send it again.");
        }
        if (!row.get().fingerprint().equals(fingerprint)) {
            throw new Refusal.Invalid("Idempotency-Key",
                    "This Idempotency-Key was used for another request. Take a new key.");
        }
        return row.get().answer();
    }

    private void keep(String subject, String key, Answer answer) {
        database.sql("update idempotency_key set status = ?, location = ?, body = ? where subject = ? and key = ?")
                .param(answer.status()).param(answer.location()).param(answer.body()).param(subject).param(key)
                .update();
    }

    private void forgetOld() {
        database.sql("delete from idempotency_key where created_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT))).update();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
