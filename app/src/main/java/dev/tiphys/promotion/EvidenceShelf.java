package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;

/// Keeps the evidence of targets. What is wanted is written with the course that wants it; what was kept once is
/// never overwritten.
@Component
class EvidenceShelf {

    private final JdbcClient database;
    private final Clock clock;

    EvidenceShelf(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A delivery whose evidence is still to be kept.
    record Wish(String application, int attempt) {}

    /// Notes what has begun to ask or has ended between two courses.
    ///
    /// @return whether there is anything to keep
    boolean want(PromotionId promotion, Course before, Course after) {
        List<TargetCourse> news = after.targets().filter(now -> now.attempt() > 0 && isTelling(now))
                .filter(now -> before.targets().noneMatch(old -> isSame(old, now))).toList();
        return news.stream().mapToInt(now -> want(promotion, now)).sum() > 0;
    }

    private static boolean isTelling(TargetCourse target) {
        return switch (target.phase()) {
            case ASKS, SUCCEEDED, SKIPPED, FAILED -> true;
            case LATER, RUNNING -> false;
        };
    }

    private static boolean isSame(TargetCourse old, TargetCourse now) {
        return old.application().equals(now.application()) && old.attempt() == now.attempt() && isTelling(old);
    }

    private int want(PromotionId promotion, TargetCourse target) {
        return database.sql("""
                insert into promotion_evidence_wish (promotion, application, attempt)
                select :promotion, :application, :attempt where not exists (select from promotion_evidence
                    where promotion = :promotion and application = :application and attempt = :attempt)
                on conflict do nothing
                """).param("promotion", promotion.value()).param("application", target.application())
                .param("attempt", target.attempt()).update();
    }

    List<Wish> wishes(PromotionId promotion) {
        return database.sql("""
                select application, attempt from promotion_evidence_wish where promotion = ? order by application, attempt
                """).param(promotion.value()).query((row, number) -> new Wish(row.getString(1), row.getInt(2))).list();
    }

    void keep(PromotionId promotion, Wish wish, String kind, String name, String source, String content,
            String trouble) {
        database.sql("""
                insert into promotion_evidence (promotion, application, attempt, kind, name, source, content, trouble, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """).params(promotion.value(), wish.application(), wish.attempt(), kind, name, source, content, trouble,
                clock.instant().atOffset(UTC)).update();
    }

    void fulfilled(PromotionId promotion, Wish wish) {
        database.sql("delete from promotion_evidence_wish where promotion = ? and application = ? and attempt = ?")
                .params(promotion.value(), wish.application(), wish.attempt()).update();
    }

    /// Everything kept of a promotion, in the order of deliveries and steps.
    List<KeptEvidence> list(PromotionId promotion) {
        return list(promotion, "", "%");
    }

    /// @param application its name, or all of `project/namespace/name`
    List<KeptEvidence> listOf(PromotionId promotion, String application) {
        String safe = application.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return list(promotion, application, "%/" + safe);
    }

    private List<KeptEvidence> list(PromotionId promotion, String application, String like) {
        return database.sql("""
                select * from promotion_evidence where promotion = ? and (application = ? or application like ?)
                order by application, attempt desc, array_position(array['analysis', 'pod', 'step'], kind), kept_at, name
                """).params(promotion.value(), application, like).query((row, number) -> new KeptEvidence(
                row.getString("application"), row.getInt("attempt"), row.getString("kind"), row.getString("name"),
                row.getString("source"), row.getString("content"), row.getString("trouble"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant())).list();
    }
}
