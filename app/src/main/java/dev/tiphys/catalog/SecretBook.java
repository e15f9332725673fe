package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// Remembers which Secrets were written for whom, by name alone. A name counts only for the person who filled it in,
/// and from then on for the instance that they ordered with it.
@Component
class SecretBook {

    private final JdbcClient database;

    SecretBook(JdbcClient database) {
        this.database = database;
    }

    /// A Secret that is no longer needed.
    record Leftover(String namespace, String name) {}

    void enter(String name, Provider provider, String owner, Instant at) {
        database.sql("""
                insert into catalog_secret_input (name, provider, namespace, owner, created_at) values (?, ?, ?, ?, ?)
                """).params(name, provider.name(), provider.namespace(), owner, Timestamp.from(at)).update();
    }

    /// Gives the Secrets that these inputs name to the instance; refuses those that are somebody else's.
    void claim(UUID instance, String provider, String owner, Collection<String> inputs) {
        List<String> names = inputs.stream().filter(SecretReference::is).distinct().toList();
        if (names.isEmpty()) {
            return;
        }
        database.sql("""
                update catalog_secret_input set instance = :instance
                where name in (:names) and provider = :provider and owner = :owner and instance is null
                """).param("instance", instance).param("names", names).param("provider", provider)
                .param("owner", owner).update();
        long own = database
                .sql("select count(*) from catalog_secret_input where name in (:names) and instance = :instance")
                .param("names", names).param("instance", instance).query(Long.class).single();
        if (own < names.size()) {
            throw new Refusal.Invalid("", "A secret was filled in by somebody else or long ago. Fill it in again.");
        }
    }

    /// Those of instances that are gone, and those that nobody used since then.
    List<Leftover> leftovers(Instant unusedSince) {
        return database.sql("""
                select s.namespace, s.name from catalog_secret_input s left join catalog_instance i on i.id = s.instance
                where (s.instance is null and s.created_at < ?) or i.status = 'DELETED' limit 500
                """).param(Timestamp.from(unusedSince))
                .query((row, number) -> new Leftover(row.getString("namespace"), row.getString("name"))).list();
    }

    void forget(String name) {
        database.sql("delete from catalog_secret_input where name = ?").param(name).update();
    }
}
