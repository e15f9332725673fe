package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.fleet.ClusterMoved;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.compile.PlanCompiler;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.web.Refusal;

/// The ids that shown plans have reserved: one for each person and plan, until a promotion takes it.
@Component
class PlanReservations {

    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient database;
    private final PlanCompiler compiler;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlanReservations(JdbcClient database, PlanCompiler compiler, Clock clock) {
        this.compiler = compiler;
        this.database = database;
        this.clock = clock;
    }

    /// The plan under the id that this person has reserved for it: the same one until it is taken. Who looks at it
    /// again has seen the fleet as it is now, so a void plan counts again.
    @Transactional
    public PlannedPromotion reserve(Person requester, Planned planned) {
        insert(requester.subject(), planned);
        database.sql("update plan_reservation set voided = null where requester = ? and plan_hash = ?")
                .params(requester.subject(), planned.planHash()).update();
        return get(requester.subject(), planned, Purpose.of(requester.username()));
    }

    private void insert(String requester, Planned planned) {
        String[] clusters = planned.plan().targets().stream().map(target -> target.argoCd() + "/" + target.cluster())
                .distinct().toArray(String[]::new);
        database.sql("""
                insert into plan_reservation (id, requester, plan_hash, created_at, clusters, service, version, environments)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (requester, plan_hash) do nothing
                """).params(nextId(), requester, planned.planHash(), clock.instant().atOffset(UTC), clusters,
                planned.plan().service(), planned.plan().version(),
                planned.plan().waves().stream().map(Wave::name).toArray(String[]::new)).update();
    }

    private PlannedPromotion get(String requester, Planned planned, Purpose purpose) {
        PromotionId id = find(requester, planned.planHash())
                .orElseThrow(() -> new IllegalStateException("the reservation just made is gone"));
        return new PlannedPromotion(id, planned, compiler.compile(id, planned.plan(), purpose));
    }

    /// Gives the reserved id away; who comes next gets another one.
    @Transactional
    public PlannedPromotion take(String requester, Planned planned, Purpose purpose) {
        insert(requester, planned);
        PlannedPromotion taken = get(requester, planned, purpose);
        database.sql("delete from plan_reservation where id = ? or created_at < ?")
                .params(taken.id().value(), clock.instant().minus(KEPT).atOffset(UTC)).update();
        return taken;
    }

    /// Refuses a plan that became void after this person had looked at it; the row stays locked until the transaction
    /// ends, so that it cannot become void in between.
    @Transactional
    public void refuseVoid(String requester, String planHash) {
        database.sql("select voided from plan_reservation where requester = ? and plan_hash = ? for update")
                .params(requester, planHash).query((row, number) -> String.valueOf(row.getString("voided")))
                .optional().filter(why -> !why.equals("null")).ifPresent(why -> {
                    throw new Refusal.Conflict("The plan is void: " + why + " since you looked. Look at the new plan,"
                            + " and start that.");
                });
    }

    /// Whoever looked at a plan with targets on a cluster that has moved must look again.
    @EventListener
    @Order(1)
    void voidPlansOn(ClusterMoved moved) {
        database.sql("update plan_reservation set voided = ? where clusters @> array[?]::text[] and voided is null")
                .params(moved.words(), moved.key()).update();
    }

    /// A plan that was shown and has not been started.
    ///
    /// @param requester who looked at it
    /// @param voided why it counts no longer; empty while it does
    record Reserved(PromotionId id, String requester, String planHash, PlanRequest request, String voided) {}

    Optional<Reserved> find(PromotionId id) {
        return database.sql("""
                select requester, plan_hash, service, version, environments, coalesce(voided, '') as voided
                from plan_reservation where id = ? and service is not null
                """).param(id.value()).query((row, number) -> new Reserved(id, row.getString("requester"),
                row.getString("plan_hash"), new PlanRequest(row.getString("service"), row.getString("version"),
                        List.of((String[]) row.getArray("environments").getArray())),
                row.getString("voided"))).optional();
    }

    private Optional<PromotionId> find(String requester, String planHash) {
        return database.sql("select id from plan_reservation where requester = ? and plan_hash = ?")
                .params(requester, planHash).query(UUID.class).optional().map(PromotionId::new);
    }

    // RFC 9562, version 7: 48 bits of milliseconds, then random ones, so that ids sort by time.
    private UUID nextId() {
        long high = (clock.millis() << 16) | 0x7000 | random.nextInt(0x1000);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
