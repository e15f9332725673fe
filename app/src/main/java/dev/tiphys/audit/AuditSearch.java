package dev.tiphys.audit;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tiphys.audit.AuditSight.Concerned;

/// A filter as conditions of SQL. Only what narrows becomes a condition, so that the database picks the index for it.
final class AuditSearch {

    // Clocks of several portals differ by less than this many entries; the exact time is asked as well.
    private static final int SLACK = 10_000;

    private final StringBuilder where = new StringBuilder("where true");
    private final Map<String, Object> values = new LinkedHashMap<>();

    private AuditSearch() {
    }

    static AuditSearch of(AuditFilter filter, AuditSight sight) {
        AuditSearch search = new AuditSearch();
        search.and("actor", filter.actor(), """
                e.actor_subject in (select :actor union select p.subject from audit_personal p
                                    where lower(p.name) = lower(:actor))""");
        search.and("code", filter.code(), "(e.code = :code or e.code like replace(:code, '_', '\\_') || '.%')");
        search.and("outcome", filter.outcome(), "e.outcome = :outcome");
        search.and("service", filter.service(), "e.service = :service");
        search.and("environment", filter.environment(), "e.environment = :environment");
        search.and("kind", filter.targetKind(), "e.target_kind = :kind");
        search.and("target", filter.target(), "(e.target_id = :target or e.part_of = :target)");
        search.and("request", filter.requestId(), "e.request_id = :request");
        search.and("asOf", filter.asOf(), "e.seq <= :asOf");
        search.andTime(filter);
        search.and("q", filter.q(), """
                (position(lower(:q) in lower(concat_ws(' ', e.actor_subject, e.code, e.target_kind, e.target_id,
                     e.from_value, e.to_value, e.reason, e.request_id, e.service, e.environment, e.cluster, e.part_of))) > 0
                 or position(lower(:q) in lower(coalesce(p.name, e.actor_name, ''))) > 0)""");
        search.andSeen(sight);
        return search;
    }

    AuditSearch after(long seq) {
        and("after", seq, "e.seq > :after");
        return this;
    }

    AuditSearch upTo(long seq) {
        and("last", seq, "e.seq <= :last");
        return this;
    }

    AuditSearch before(@Nullable Long seq) {
        and("before", seq, "e.seq < :before");
        return this;
    }

    String where() {
        return where.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    // The log grows with time: a bound of time is first turned into one of numbers, which the index can walk from.
    private void andTime(AuditFilter filter) {
        if (filter.since() != null) {
            and("since", Timestamp.from(filter.since()), "e.at >= :since and e.seq > coalesce("
                    + "(select s.seq from audit_entry s where s.at < :since order by s.at desc limit 1), 0) - "
                    + SLACK);
        }
        if (filter.until() != null) {
            and("until", Timestamp.from(filter.until()), "e.at < :until and e.seq < coalesce("
                    + "(select s.seq from audit_entry s where s.at >= :until order by s.at limit 1), "
                    + Long.MAX_VALUE / 2 + ") + " + SLACK);
        }
    }

    private void andSeen(AuditSight sight) {
        if (sight instanceof AuditSight.Only only) {
            and("services", texts(only.those(), Concerned::service),
                    """
                    (e.service, e.environment, e.team, e.provider) in (
                        select * from unnest(:services::text[], :environments::text[], :teams::text[], :providers::text[]))""");
            values.put("environments", texts(only.those(), Concerned::environment));
            values.put("teams", texts(only.those(), Concerned::team));
            values.put("providers", texts(only.those(), Concerned::provider));
        }
    }

    private static String[] texts(List<Concerned> those, Function<Concerned, String> part) {
        return those.stream().map(part).toArray(String[]::new);
    }

    private void and(String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append("\n  and ").append(condition);
            values.put(name, value);
        }
    }
}
