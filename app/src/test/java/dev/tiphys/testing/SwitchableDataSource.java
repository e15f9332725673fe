package dev.tiphys.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Lets one Spring context serve many test classes, each with a database of its own.
final class SwitchableDataSource extends DelegatingDataSource implements AutoCloseable {

    private @Nullable HikariDataSource current;

    SwitchableDataSource(TestPostgres.Database database) {
        switchTo(database);
    }

    void switchTo(TestPostgres.Database database) {
        HikariDataSource next = new HikariDataSource();
        next.setJdbcUrl(database.url());
        next.setUsername(TestPostgres.APP);
        next.setPassword(TestPostgres.PASSWORD);
        next.setMaximumPoolSize(16);
        next.setMinimumIdle(1);
        HikariDataSource former = current;
        setTargetDataSource(next);
        current = next;
        if (former != null) {
            former.close();
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
        }
    }
}
