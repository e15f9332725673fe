package dev.tiphys.promotion.figures;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;

/// Counts the figures of a service over what is stored of its promotions.
@Component
@EnableConfigurationProperties(FigureProperties.class)
public class ServiceFigures {

    private static final List<Integer> SPANS = List.of(30, 90);
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final JdbcClient database;
    private final Fleet fleet;
    private final FigureProperties properties;
    private final Clock clock;

    ServiceFigures(JdbcClient database, Fleet fleet, FigureProperties properties, Clock clock) {
        this.database = database;
        this.fleet = fleet;
        this.properties = properties;
        this.clock = clock;
    }

    /// The figures of the last 30 and of the last 90 days.
    public List<Figures> of(String service) {
        Instant now = clock.instant();
        List<PastPromotion> past = past(service, now.minus(REMEMBERED));
        return SPANS.stream().map(days -> Figures.of(past, days, now)).toList();
    }

    /// The environments that count as production, in their order.
    public List<String> production() {
        List<String> names = fleet.environments().stream().map(Environment::name).toList();
        List<String> production = names.stream().filter(properties::isProduction).toList();
        return production.isEmpty() ? Stream.of(names.getLast()).toList() : production;
    }

    List<PastPromotion> past(String service, Instant since) {
        return database.sql("""
                select p.version, p.phase, p.created_at, p.started_at, p.finished_at, a.announced_at,
                       production.began as production_began, production.done as production_done, production.hurt
                from promotion p
                left join announced_version a on a.service = p.service and a.version = p.version
                cross join lateral (
                    select min(w.started_at) as began,
                           case when bool_and(w.phase = 'SUCCEEDED') then max(w.finished_at) end as done,
                           coalesce(bool_or(exists (select from promotion_target t where t.promotion = p.id
                               and t.wave = w.name and t.phase in ('FAILED', 'SKIPPED'))), false) as hurt
                    from promotion_wave w where w.promotion = p.id and w.name in (:production)) production
                where p.service = :service and p.created_at >= :since
                order by p.created_at
                """).param("production", production()).param("service", service)
                .param("since", since.atOffset(UTC)).query(new SimplePropertyRowMapper<>(PastPromotion.class)).list();
    }
}
