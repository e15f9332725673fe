package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Reads promotions for lists and pages.
@Component
class PromotionQueries {

    private static final String OPEN = "p.phase not in ('SUCCEEDED', 'FAILED', 'ABORTED')";

    private static final RowMapper<PromotionRow> ROW = new SimplePropertyRowMapper<>(PromotionRow.class);

    private final JdbcClient database;

    PromotionQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<PromotionRow> find(UUID id) {
        return database.sql("select " + PromotionRow.COLUMNS + " from promotion p where p.id = ?").param(id)
                .query(ROW).optional();
    }

    List<PromotionRow> open() {
        return database.sql("select " + PromotionRow.COLUMNS + " from promotion p where " + OPEN
                + " order by p.created_at desc").query(ROW).list();
    }

    PageOf<PromotionRow> list(PromotionFilter filter, PageAsk ask) {
        String where = " from promotion p where (:service = '' or p.service = :service)"
                + " and (:phase = '' or p.phase = :phase) and (:requester = '' or p.requester = :requester"
                + " or p.requester_name = :requester) and (:environment = '' or exists (select from promotion_environment e"
                + " where e.promotion = p.id and e.environment = :environment))"
                + " and (:q = '' or p.service || ' ' || p.version || ' ' || p.workflow ilike '%' || :q || '%')";
        long total = database.sql("select count(*)" + where).paramSource(filter).query(Long.class).single();
        List<PromotionRow> rows = database.sql("select " + PromotionRow.COLUMNS + where + " order by p.created_at desc"
                + " limit " + ask.size() + " offset " + ask.offset()).paramSource(filter).query(ROW)
                .list();
        return new PageOf<>(rows, ask.page(), ask.size(), total);
    }

    Optional<UUID> findByWorkflow(String namespace, String workflow) {
        return database.sql("select id from promotion where namespace = ? and workflow = ?").params(namespace, workflow)
                .query(UUID.class).optional();
    }

    /// The workflows of promotions that have begun and not ended.
    List<String> openWorkflows(String namespace) {
        return database.sql("select p.workflow from promotion p where " + OPEN
                + " and p.phase <> 'PLANNED' and p.namespace = ?").param(namespace)
                .query((row, number) -> row.getString(1)).list();
    }

    /// Those that have not ended, the oldest first.
    List<UUID> openIds(String namespace) {
        return database.sql("select p.id from promotion p where " + OPEN + " and p.namespace = ? order by p.created_at")
                .param(namespace).query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /// Which of these ids there are.
    List<UUID> known(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select id from promotion where id in (:ids)").param("ids", ids)
                        .query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /// The open promotions that have this application under way.
    List<UUID> underWay(String application) {
        return database.sql("select p.id from promotion p join promotion_target t on t.promotion = p.id where " + OPEN
                + " and t.application = ? and t.phase in ('RUNNING', 'ASKS')").param(application)
                .query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /// How the last promotion of the service into the environment before this one ended, such as `failed`; empty when
    /// it went well or there was none.
    String lastEnd(PromotionId id, String service, String environment) {
        return database.sql("""
                select p.phase from promotion p join promotion_wave w on w.promotion = p.id
                where p.id <> ? and p.service = ? and w.name = ? and w.phase <> 'LATER' and p.finished_at is not null
                order by p.finished_at desc limit 1
                """).params(id.value(), service, environment).query(String.class).optional()
                .filter(phase -> !phase.equals("SUCCEEDED"))
                .map(phase -> phase.equals("FAILED") ? "failed" : "was stopped").orElse("");
    }

    /// The plans by which an application was promoted before this promotion, the latest first.
    List<String> earlierPlans(PromotionId id, String service, String application) {
        return database.sql("""
                select p.plan from promotion p join promotion_target t on t.promotion = p.id
                where p.service = :service and t.application = :application and t.phase = 'SUCCEEDED' and p.id <> :id
                  and p.created_at < (select created_at from promotion where id = :id)
                order by p.created_at desc limit 10
                """).param("service", service).param("application", application).param("id", id.value())
                .query((row, number) -> row.getString(1)).list();
    }

    Optional<String> text(PromotionId id, Text text) {
        return database.sql("select " + text.column + " from promotion where id = ?").param(id.value())
                .query(String.class).optional();
    }

    List<PromotionTransition> transitions(PromotionId id) {
        return database.sql("""
                select at, who, phase_before, phase_after, why from promotion_transition where promotion = ? order by position
                """).param(id.value()).query(new SimplePropertyRowMapper<>(PromotionTransition.class)).list();
    }

    /// The texts that are kept with a promotion.
    enum Text {
        MANIFEST("manifest_yaml"), HERA("hera");

        private final String column;

        Text(String column) {
            this.column = column;
        }
    }
}
