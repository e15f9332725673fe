package dev.tiphys.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and writes the tokens.
@Component
class ApiTokenQueries {

    private final JdbcClient database;

    ApiTokenQueries(JdbcClient database) {
        this.database = database;
    }

    /// Whom a valid token belongs to, and what it lends.
    record Holder(UUID id, String tokenName, String subject, String username, Set<Permission> permissions) {}

    void insert(ApiToken token, byte[] hash, Person owner) {
        database.sql("""
                insert into api_token (id, hash, hint, name, subject, username, person_name, groups, permissions,
                    created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(token.id()).param(hash).param(token.hint()).param(token.name()).param(owner.subject())
                .param(owner.username()).param(owner.name()).param(array(owner.groups()))
                .param(array(token.permissions().stream().map(Permission::word).toList()))
                .param(Timestamp.from(token.createdAt())).param(Timestamp.from(token.expiresAt())).update();
    }

    List<ApiToken> list(String subject) {
        return database.sql("""
                select id, name, hint, permissions, created_at, expires_at, last_used_at, revoked_at, suspended_at
                from api_token where subject = ? order by created_at desc
                """).param(subject).query((row, n) -> new ApiToken(row.getObject("id", UUID.class),
                row.getString("name"), row.getString("hint"), permissions(row), instant(row, "created_at"),
                instant(row, "expires_at"), findInstant(row, "last_used_at"), findInstant(row, "revoked_at"),
                findInstant(row, "suspended_at"))).list();
    }

    Optional<String> revoke(UUID id, String subject, Instant now) {
        return database.sql("""
                update api_token set revoked_at = ? where id = ? and subject = ? and revoked_at is null returning name
                """).params(Timestamp.from(now), id, subject).query(String.class).optional();
    }

    Optional<Holder> findHolder(byte[] hash, Instant now) {
        return database.sql("""
                select id, name, subject, username, permissions
                from api_token where hash = ? and revoked_at is null and suspended_at is null and expires_at > ?
                """).params(hash, Timestamp.from(now))
                .query((row, n) -> new Holder(row.getObject("id", UUID.class), row.getString("name"),
                        row.getString("subject"), row.getString("username"), permissions(row)))
                .optional();
    }

    /// At most once in a while, so that a busy token does not write at each request.
    void noteUse(UUID id, Instant now, Instant before) {
        database.sql(
                "update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                .params(Timestamp.from(now), id, Timestamp.from(before)).update();
    }

    private static String[] array(Collection<String> words) {
        return words.toArray(String[]::new);
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return strings(row, "permissions").stream().flatMap(word -> Permission.find(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
