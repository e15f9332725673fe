package dev.tiphys.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.tiphys.identity.Scope;

class AuditLogTest {

    private final AuditFixture audit = new AuditFixture();

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void entriesFollowOneAnotherNewestFirst() {
        audit.withEntries(2);
        assertThat(targets(AuditFilter.all())).containsExactly("target 2", "target 1");
    }

    @Test
    void aDeedThatIsRolledBackLeavesNoEntryAndNoGap() {
        audit.record("kept");
        audit.transactions().executeWithoutResult(status -> {
            audit.record("undone");
            status.setRollbackOnly();
        });
        audit.record("kept too");
        assertThat(audit.entries()).extracting(AuditEntry::seq).containsExactly(1L, 2L);
    }

    @Test
    void aDeedIsRolledBackWhenItsEntryCannotBeWritten() {
        audit.tamper("create table deed (what text); grant all on deed to public;"
                + "create function full_disk() returns trigger language plpgsql as 'begin raise exception ''no space''; end';"
                + "create trigger full_disk before insert on audit_entry for each row execute function full_disk()");
        assertThatThrownBy(() -> audit.transactions().executeWithoutResult(status -> {
            audit.database().sql("insert into deed values ('approved')").update();
            audit.record("checkout");
        })).rootCause().hasMessageContaining("no space");
        assertThat(audit.database().sql("select count(*) from deed").query(Long.class).single()).isZero();
    }

    @Test
    void severalDeedsOfATransactionStandInTheirOrder() {
        audit.transactions().executeWithoutResult(status -> audit.withEntries(2));
        assertThat(targets(AuditFilter.all())).containsExactly("target 2", "target 1");
    }

    @Test
    void filtersNarrowTheList() {
        audit.record("checkout");
        audit.record("payments");
        audit.record(AuditFixture.action("shop/checkout-dev").about(Scope.service("checkout", "shop").in("dev"))
                .on("dev-1").partOf("promotion-1").refused("not today"));
        assertThat(targets(AuditFilter.containing("CHECK"))).containsExactly("shop/checkout-dev", "checkout");
        assertThat(targets(AuditFilter.about("promotion-1"))).containsExactly("shop/checkout-dev");
        assertThat(targets(AuditFilter.withCode("test"))).hasSize(3);
        assertThat(targets(AuditFilter.withCode("tes"))).isEmpty();
        assertThat(targets(filter("tiphys, TEST", null, null))).hasSize(3);
        assertThat(targets(filter(null, "REFUSED", "checkout"))).containsExactly("shop/checkout-dev");
    }

    private static AuditFilter filter(@org.jspecify.annotations.Nullable String actor,
            @org.jspecify.annotations.Nullable String outcome, @org.jspecify.annotations.Nullable String service) {
        return new AuditFilter(actor, null, outcome, service, null, null, null, null, null, null, null, null);
    }

    @Test
    void theLogCanBeReadAsItStood() {
        audit.withEntries(4);
        List<AuditEntry> entries = audit.entries();
        long asOf = audit.trail().seqAsOf(entries.get(1).at());
        assertThat(asOf).isEqualTo(2);
        assertThat(targets(new AuditFilter(null, null, null, null, null, null, null, null, null, null, asOf, null)))
                .containsExactly("target 2", "target 1");
        assertThat(targets(new AuditFilter(null, null, null, null, null, null, null, null, entries.get(1).at(),
                entries.get(3).at(), null, null))).containsExactly("target 3", "target 2");
    }

    @Test
    void aCursorLeadsThroughTheWholeList() {
        audit.withEntries(5);
        AuditSlice first = audit.trail().list(AuditFilter.all(), new AuditSight.Everything(), null, 2);
        AuditSlice second = audit.trail().list(AuditFilter.all(), new AuditSight.Everything(), first.next(), 2);
        AuditSlice third = audit.trail().list(AuditFilter.all(), new AuditSight.Everything(), second.next(), 2);
        assertThat(List.of(first, second, third)).flatExtracting(AuditSlice::items)
                .extracting(AuditEntry::seq).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(third.next()).isNull();
    }

    @Test
    void whoSeesAPartSeesTheEntriesAboutItWithoutWhenceTheyCame() {
        audit.record(AuditFixture.action("a").about(Scope.service("checkout", "shop").in("dev")));
        audit.record(AuditFixture.action("b").about(Scope.service("checkout", "shop").in("prod")));
        audit.record(AuditFixture.action("c").about(Scope.provider("pets")));
        audit.record("d");
        assertThat(new AuditQueries(audit.database()).concerned()).containsExactly(
                new AuditSight.Concerned("", "", "", "pets"), new AuditSight.Concerned("checkout", "dev", "shop", ""),
                new AuditSight.Concerned("checkout", "prod", "shop", ""));
        AuditSight dev = new AuditSight.Only(List.of(new AuditSight.Concerned("checkout", "dev", "shop", "")));
        List<AuditEntry> seen = audit.trail().list(AuditFilter.all(), dev, null, 10).items();
        assertThat(seen).extracting(AuditEntry::targetId).containsExactly("a");
        assertThat(seen.getFirst().who().salt()).isNull();
        assertThat(audit.trail().list(AuditFilter.all(), new AuditSight.Only(List.of()), null, 10).items()).isEmpty();
    }

    private List<String> targets(AuditFilter filter) {
        return audit.trail().list(filter, new AuditSight.Everything(), null, 10).items().stream()
                .map(AuditEntry::targetId).toList();
    }

    @Test
    void eightWritersLeaveNoGap() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = IntStream.range(0, 8).<Future<?>>mapToObj(
                    writer -> writers.submit(
                            () -> IntStream.range(0, 25).forEach(n -> audit.record(writer + "-" + n))))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
        String last = AuditEntry.BEGINNING;
        for (AuditEntry entry : audit.entries()) {
            assertThat(entry.prevHash()).isEqualTo(last);
            assertThat(entry.isIntact()).isTrue();
            last = entry.hash();
        }
        assertThat(audit.trail().head()).isEqualTo(new AuditTrail.Head(200, last));
    }

    @Test
    void theApplicationMayNotChangeOrRemoveAnEntry() {
        audit.record("first");
        for (String attempt : List.of("update audit_entry set reason = 'x'", "delete from audit_entry",
                "truncate audit_entry cascade", "delete from audit_head", "alter table audit_entry disable trigger all",
                "delete from audit_personal", "update audit_personal set subject = 'x'",
                "delete from audit_checkpoint")) {
            assertThatThrownBy(() -> audit.database().sql(attempt).update()).as(attempt).rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
        assertThatThrownBy(() -> audit.database().sql("update audit_personal set name = 'x'").update()).rootCause()
                .hasMessageContaining("can be erased, and not changed");
    }

    @Test
    void evenTheOwnerIsRefused() {
        audit.record("first");
        try (HikariDataSource pool = audit.fresh().asOwner()) {
            JdbcTemplate owner = new JdbcTemplate(pool);
            for (String attempt : List.of("update audit_entry set reason = 'x'", "delete from audit_entry",
                    "truncate audit_entry cascade", "truncate audit_checkpoint cascade",
                    "delete from audit_personal")) {
                assertThatThrownBy(() -> owner.update(attempt)).as(attempt).rootCause()
                        .hasMessageContaining("append-only");
            }
            assertThatThrownBy(() -> owner.update("update audit_head set seq = 7")).rootCause()
                    .hasMessageContaining("one entry to the next");
        }
    }
}
