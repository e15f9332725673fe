package dev.tiphys.approval;

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

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who stands for whom.
@Component
class Absences {

    private static final String COLUMNS = "id, absent, absent_name, groups, substitute, substitute_name, begins_at,"
            + " ends_at";

    private final JdbcClient database;
    private final Clock clock;

    Absences(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// For whom this person stands now.
    List<Absence> substitutedBy(String subject) {
        return database.sql("select " + COLUMNS + " from approval_absence where substitute = ? and ended_at is null"
                + " and begins_at <= ? and ends_at > ? order by begins_at").params(subject, now(), now())
                .query(Absences::absence).list();
    }

    /// What this person has said about their own absences that are not over.
    List<Absence> of(String subject) {
        return database.sql("select " + COLUMNS + " from approval_absence where absent = ? and ended_at is null"
                + " and ends_at > ? order by begins_at").params(subject, now()).query(Absences::absence).list();
    }

    void add(Absence absence) {
        database.sql("""
                insert into approval_absence (id, absent, absent_name, groups, substitute, substitute_name, begins_at,
                    ends_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """).param(absence.id()).param(absence.absent()).param(absence.absentName())
                .param(absence.groups().toArray(String[]::new)).param(absence.substitute())
                .param(absence.substituteName()).param(at(absence.beginsAt())).param(at(absence.endsAt())).update();
    }

    Optional<Absence> end(UUID id, String absent) {
        return database.sql("update approval_absence set ended_at = ? where id = ? and absent = ? and ended_at is null"
                + " returning " + COLUMNS).params(now(), id, absent).query(Absences::absence).optional();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(row.getObject("id", UUID.class), row.getString("absent"), row.getString("absent_name"),
                strings((Object[]) row.getArray("groups").getArray()), row.getString("substitute"),
                row.getString("substitute_name"), row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant());
    }

    private static Set<String> strings(Object[] array) {
        return Arrays.stream(array).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
