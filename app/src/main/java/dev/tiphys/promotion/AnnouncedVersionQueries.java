package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes announced versions.
@Component
class AnnouncedVersionQueries {

    private static final TypeReference<Map<String, URI>> LINKS = new TypeReference<>() {
    };

    private final JdbcClient database;
    private final JsonMapper json;

    AnnouncedVersionQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Whether the version was new.
    boolean upsert(String service, VersionNotice notice, String by, Instant now) {
        // xmax is 0 for a row that this statement has made.
        return database.sql("""
                insert into announced_version (service, version, revision, links, announced_at, announced_by)
                values (?, ?, ?, ?::jsonb, ?, ?)
                on conflict (service, version) do update set revision = excluded.revision, links = excluded.links,
                    announced_by = excluded.announced_by
                returning xmax = 0
                """).params(service, notice.version(), notice.revision(), json.writeValueAsString(notice.links()),
                now.atOffset(UTC), by).query(Boolean.class).single();
    }

    /// The latest ones first, at most 20.
    List<AnnouncedVersion> list(String service) {
        return database.sql("""
                select version, revision, links, announced_at, announced_by from announced_version
                where service = ? order by announced_at desc, version desc limit 20
                """).param(service).query(this::read).list();
    }

    /// Those of these versions that a build has announced.
    List<AnnouncedVersion> find(String service, Collection<String> versions) {
        return versions.isEmpty() ? List.of() : database.sql("""
                select version, revision, links, announced_at, announced_by from announced_version
                where service = :service and version in (:versions)
                """).param("service", service).param("versions", versions).query(this::read).list();
    }

    private AnnouncedVersion read(ResultSet row, int number) throws SQLException {
        return new AnnouncedVersion(row.getString("version"), row.getString("revision"),
                json.readValue(row.getString("links"), LINKS), row.getTimestamp("announced_at").toInstant(),
                row.getString("announced_by"));
    }
}
