package dev.tiphys.catalog;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.sheet.Price;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What the instances of a provider cost each team in each month, by the prices that the sheets say now and the inputs
/// that the instances have now.
@Component
public class Costs {

    /// As far back as can be asked.
    public static final int MOST_MONTHS = 24;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::month).reversed().thenComparing(Key::team)
            .thenComparing(Key::item).thenComparing(Key::currency);

    private final JdbcClient database;
    private final Catalog catalog;
    private final CatalogRights rights;
    private final Clock clock;

    Costs(JdbcClient database, Catalog catalog, CatalogRights rights, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.rights = rights;
        this.clock = clock;
    }

    /// What one team owes for one item in one month.
    ///
    /// @param days on which its instances were there, added up
    public record Line(YearMonth month, String team, String item, long instances, long days, BigDecimal amount,
            String currency) {}

    private record Key(YearMonth month, String team, String item, String currency) {}

    private record Sum(long instances, long days, BigDecimal amount) {

        Sum and(Sum other) {
            return new Sum(instances + other.instances, days + other.days, amount.add(other.amount));
        }
    }

    private record Life(String item, String version, String team, Map<String, String> values, Instant begin,
            @Nullable Instant end) {}

    /// The latest month first. Items without a price cost nothing and are left out.
    ///
    /// @param months with this one
    public List<Line> list(String provider, int months, Person person) {
        rights.requireDesk(person, provider);
        if (months < 1 || months > MOST_MONTHS) {
            throw new Refusal.Invalid("months", "Ask for 1 to " + MOST_MONTHS + " months.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        YearMonth first = YearMonth.from(today).minusMonths(months - 1L);
        Map<String, Optional<Price>> prices = new HashMap<>();
        Map<Key, Sum> sums = new TreeMap<>(ORDER);
        for (Life life : lives(provider, first)) {
            prices.computeIfAbsent(life.item() + "\n" + life.version(), key -> price(provider, life))
                    .ifPresent(price -> add(sums, life, price, first, today));
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((key, sum) -> lines.add(new Line(key.month(), key.team(), key.item(), sum.instances(), sum.days(),
                sum.amount(), key.currency())));
        return lines;
    }

    private static void add(Map<Key, Sum> sums, Life life, Price price, YearMonth first, LocalDate today) {
        BigDecimal amount = price.of(life.values());
        for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            int days = CostLaw.days(month, life.begin(), life.end(), today);
            if (days > 0) {
                sums.merge(new Key(month, life.team(), life.item(), price.currency()),
                        new Sum(1, days, CostLaw.cost(amount, price, month, life.begin(), days)), Sum::and);
            }
        }
    }

    // A version whose templates are gone costs what the newest one does.
    private Optional<Price> price(String provider, Life life) {
        CatalogSnapshot now = catalog.snapshot();
        return now.find(provider, life.item(), life.version())
                .or(() -> now.findNewest(provider, life.item(), true))
                .flatMap(item -> Optional.ofNullable(item.sheet().price()));
    }

    private List<Life> lives(String provider, YearMonth first) {
        return database.sql("""
                select item, item_version, team, inputs || outputs as present, provisioned_at, ended_at
                from catalog_instance
                where provider = ? and provisioned_at is not null and (ended_at is null or ended_at >= ?)
                """).params(provider, Timestamp.from(first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant()))
                .query((row, number) -> {
                    Timestamp end = row.getTimestamp("ended_at");
                    return new Life(row.getString("item"), row.getString("item_version"), row.getString("team"),
                            Texts.read(row.getString("present")), row.getTimestamp("provisioned_at").toInstant(),
                            end == null ? null : end.toInstant());
                }).list();
    }
}
