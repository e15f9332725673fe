package dev.tiphys.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.testing.TestPostgres;
import dev.tiphys.web.IdempotencyKeys.Answer;

class IdempotencyKeysTest {

    private final HikariDataSource database = TestPostgres.fresh().asApplication();
    private final IdempotencyKeys keys = new IdempotencyKeys(JdbcClient.create(database), Clock.systemUTC());
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    private final AtomicInteger made = new AtomicInteger();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        Answer first = send("key-1", "POST checkout v5");
        assertThat(send("key-1", "POST checkout v5")).isEqualTo(first);
        assertThat(made).hasValue(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        send("key-1", "POST checkout v5");
        assertThatThrownBy(() -> send("key-1", "POST checkout v6")).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aFailedChangeFreesItsKey() {
        assertThatThrownBy(() -> transactions.execute(status -> keys.once("me", "key-1", "POST", () -> {
            throw new Refusal.Conflict("busy");
        }))).isInstanceOf(Refusal.Conflict.class);
        assertThat(send("key-1", "POST").status()).isEqualTo(201);
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        send(null, "POST");
        send(null, "POST");
        assertThat(made).hasValue(2);
    }

    private Answer send(@Nullable String key, String request) {
        return Objects.requireNonNull(transactions.execute(status -> keys.once("me", key, request,
                () -> new Answer(201, "/promotions/" + made.incrementAndGet(), "{}"))));
    }
}
