package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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

    private static final String FILTERED = """
             from promotion p where (:service = '' or p.service = :service)
             and (:phase = '' or p.phase = :phase)
             and (:requester = '' or p.requester = :requester or p.requester_name = :requester)
             and (:environment = '' or exists (select from promotion_environment e
                 where e.promotion = p.id and e.environment = :environment))
             and (:q = '' or p.service || ' ' || p.version || ' ' || p.workflow ilike '%' || :q || '%')
             and (cast(:from as timestamptz) is null or p.created_at >= cast(:from as timestamptz))
             and (cast(:to as timestamptz) is null or p.created_at < cast(:to as timestamptz))
            """;

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

    /// The open ones of which a target asks, or has a rollout under way that may wait for a person.
    List<PromotionRow> asking() {
        return database.sql("select " + PromotionRow.COLUMNS + " from promotion p where " + OPEN
                + " and exists (select from promotion_target t where t.promotion = p.id and (t.phase = 'ASKS'"
                + " or (t.phase = 'RUNNING' and t.step = 'await-rollout'))) order by p.created_at desc").query(ROW)
                .list();
    }

    /// @param services whose promotions count; null for all of them
    PageOf<PromotionRow> list(PromotionFilter filter, @Nullable Collection<String> services, PageAsk ask) {
        if (services != null && services.isEmpty()) {
            return new PageOf<>(List.of(), ask.page(), ask.size(), 0);
        }
        String where = FILTERED + (services == null ? "" : " and p.service in (:services)");
        Map<String, @Nullable Object> values = values(filter);
        values.put("services", services);
        long total = database.sql("select count(*)" + where).params(values).query(Long.class).single();
        List<PromotionRow> rows = database.sql("select " + PromotionRow.COLUMNS + where
                + " order by p.created_at desc, p.id limit " + ask.size() + " offset " + ask.offset()).params(values)
                .query(ROW).list();
        return new PageOf<>(rows, ask.page(), ask.size(), total);
    }

    private static Map<String, @Nullable Object> values(PromotionFilter filter) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("service", filter.service());
        values.put("environment", filter.environment());
        values.put("phase", filter.phase());
        values.put("requester", filter.requester());
        values.put("q", filter.q());
        values.put("from", filter.from() == null ? null : filter.from().atOffset(UTC));
        values.put("to", filter.to() == null ? null : filter.to().atOffset(UTC));
        return values;
    }

    /// The services that have ever been promoted. Costs a look into the index for each, not one for each promotion.
    List<String> services() {
        return database.sql("""
                with recursive known as (
                    (select service from promotion order by service limit 1)
                    union all
                    select (select p.service from promotion p where p.service > known.service
                            order by p.service limit 1)
                    from known where known.service is not null)
                select service from known where service is not null
                """).query((row, number) -> row.getString(1)).list();
    }

    /// When the service was last promoted to this version; empty when it never was.
    Optional<Instant> lastPromoted(String service, String version) {
        return database.sql("""
                select created_at from promotion where service = ? and version = ? order by created_at desc limit 1
                """).params(service, version).query((row, number) -> row.getTimestamp(1).toInstant()).optional();
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

    /// Those whose workflow does not exist yet.
    List<PromotionId> planned() {
        return database.sql("select id from promotion where phase = 'PLANNED' order by id")
                .query((row, number) -> new PromotionId(row.getObject(1, UUID.class))).list();
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
