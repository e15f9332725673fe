package dev.tiphys.approval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads requests for lists and pages.
@Component
class ApprovalQueries {

    private static final String COLUMNS = "r.id, r.wish, r.policy, r.asked, r.state, r.opened_at, r.expires_at,"
            + " r.escalated_at, r.taken_by, r.taken_by_name, r.question_open, r.broken_by, r.review_due_at,"
            + " r.reviewed_by";
    private static final String SUBJECT = " from approval_request r where r.subject_kind = ? and r.subject_id = ?"
            + " and r.subject_part = ?";

    private final JdbcClient database;

    ApprovalQueries(JdbcClient database) {
        this.database = database;
    }

    /// A request as it is read.
    record Row(UUID id, String wish, String policy, String asked, ApprovalState state, Instant openedAt,
            Instant expiresAt, @Nullable Instant escalatedAt, @Nullable String takenBy, @Nullable String takenByName,
            boolean questionOpen, @Nullable String brokenBy, @Nullable Instant reviewDueAt,
            @Nullable String reviewedBy) {}

    /// The latest request of a subject, in short.
    record Latest(UUID id, String planHash, ApprovalState state) {}

    Optional<Row> find(UUID id) {
        return database.sql("select " + COLUMNS + " from approval_request r where r.id = ?").param(id)
                .query(new SimplePropertyRowMapper<>(Row.class)).optional();
    }

    Optional<Latest> findLatest(ApprovalSubject subject) {
        return database.sql("select r.id, r.plan_hash, r.state" + SUBJECT + " order by r.opened_at desc limit 1")
                .params(subject.kind().name(), subject.id(), subject.part())
                .query(new SimplePropertyRowMapper<>(Latest.class)).optional();
    }

    /// Keeps others from opening one for the same subject until the transaction ends.
    void lock(ApprovalSubject subject) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 40))").param(subject.words())
                .query((row, n) -> "locked").list();
    }

    /// Those that can still be decided, the most urgent first.
    List<Row> open() {
        return database.sql("select " + COLUMNS
                + " from approval_request r where r.state = 'OPEN' order by r.expires_at limit 1000")
                .query(new SimplePropertyRowMapper<>(Row.class)).list();
    }

    /// Those that somebody opened alone and nobody else has looked at yet.
    List<Row> toReview() {
        return database.sql("select " + COLUMNS + " from approval_request r where r.review_due_at is not null"
                + " and r.reviewed_by is null order by r.review_due_at limit 1000")
                .query(new SimplePropertyRowMapper<>(Row.class)).list();
    }

    long countEnded() {
        return database.sql("select count(*) from approval_request where state <> 'OPEN'").query(Long.class).single();
    }

    List<Row> ended(int limit, long offset) {
        return database.sql("select " + COLUMNS + " from approval_request r where r.state <> 'OPEN'"
                + " order by r.closed_at desc limit ? offset ?").params(limit, offset)
                .query(new SimplePropertyRowMapper<>(Row.class)).list();
    }

    long countOf(String requester) {
        return database.sql("select count(*) from approval_request where requester = ?").param(requester)
                .query(Long.class).single();
    }

    List<Row> of(String requester, int limit, long offset) {
        return database.sql("select " + COLUMNS + " from approval_request r where r.requester = ?"
                + " order by r.opened_at desc limit ? offset ?").params(requester, limit, offset)
                .query(new SimplePropertyRowMapper<>(Row.class)).list();
    }

    /// What happened to these requests, oldest first.
    Map<UUID, List<ApprovalStep>> steps(Collection<UUID> requests) {
        record Step(UUID request, ApprovalStep.Kind kind, String bySubject, String byName, String via, String words,
                Instant at) {}
        if (requests.isEmpty()) {
            return Map.of();
        }
        return database.sql("select request, kind, by_subject, by_name, via, words, at from approval_step"
                + " where request in (:ids) order by request, position").param("ids", requests)
                .query(new SimplePropertyRowMapper<>(Step.class)).list().stream()
                .collect(groupingBy(Step::request, mapping(step -> new ApprovalStep(step.kind(), step.bySubject(),
                        step.byName(), step.via(), step.words(), step.at()), toList())));
    }

    Map<UUID, List<ApprovalVote>> votes(Collection<UUID> requests) {
        record Cast(UUID request, String person, String name, String countsFor, String forName, Instant at) {}
        if (requests.isEmpty()) {
            return Map.of();
        }
        return database.sql("select request, person, name, counts_for, for_name, at from approval_vote"
                + " where request in (:ids) order by request, position").param("ids", requests)
                .query(new SimplePropertyRowMapper<>(Cast.class)).list().stream()
                .collect(groupingBy(Cast::request, mapping(cast -> new ApprovalVote(cast.person(), cast.name(),
                        cast.countsFor(), cast.forName(), cast.at()), toList())));
    }
}
