package dev.tiphys.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.BulkUpgrade.Member;
import dev.tiphys.catalog.BulkUpgrade.MemberState;
import dev.tiphys.catalog.BulkUpgrade.State;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.web.Refusal;

/// Moves a bulk upgrade on by one step: looks how its runs went, and begins the next batch when the last one is at its
/// end. Nothing is kept in memory between two steps.
@Component
class BulkUpgradeWork {

    private final BulkUpgradeStore bulks;
    private final InstanceStore store;
    private final InstanceQueries queries;
    private final Instances instances;
    private final Launch launch;
    private final CatalogNews news;
    private final Clock clock;

    BulkUpgradeWork(BulkUpgradeStore bulks, InstanceStore store, InstanceQueries queries, Instances instances,
            Launch launch, CatalogNews news, Clock clock) {
        this.bulks = bulks;
        this.store = store;
        this.queries = queries;
        this.instances = instances;
        this.launch = launch;
        this.news = news;
        this.clock = clock;
    }

    /// Whether there is more to do.
    @Transactional
    public boolean step(UUID id) {
        BulkUpgrade before = bulks.lock(id).orElse(null);
        if (before == null) {
            return false;
        }
        before.members().stream().filter(member -> member.state() == MemberState.RUNNING)
                .forEach(member -> look(before, member));
        BulkUpgrade seen = bulks.find(id).orElseThrow();
        stopAtFailure(seen);
        if (seen.state() == State.RUNNING && seen.count(MemberState.RUNNING) == 0
                && seen.count(MemberState.FAILED) == 0) {
            seen.members().stream().filter(member -> member.state() == MemberState.WAITING).limit(seen.batch())
                    .forEach(member -> begin(seen, member));
        }
        BulkUpgrade after = bulks.find(id).orElseThrow();
        stopAtFailure(after);
        boolean open = after.count(MemberState.RUNNING) > 0
                || (after.count(MemberState.WAITING) > 0 && after.count(MemberState.FAILED) == 0);
        if (!open && after.state() == State.RUNNING && after.count(MemberState.FAILED) == 0) {
            bulks.mark(id, State.DONE, "", clock.instant());
            record(after, "catalog.bulk-upgraded", after.count(MemberState.DONE) + " instances", true);
        }
        if (!after.equals(before)) {
            news.changedTopic("bulk-" + id);
        }
        return open && (after.state() == State.RUNNING || after.count(MemberState.RUNNING) > 0);
    }

    private void look(BulkUpgrade bulk, Member member) {
        ActionRun run = member.run() == null ? null : queries.findRun(member.run()).orElse(null);
        if (run != null && run.phase().isFinal()) {
            boolean well = run.phase() == RunPhase.SUCCEEDED;
            bulks.mark(bulk.id(), member, well ? MemberState.DONE : MemberState.FAILED, run.reason(), run.id());
        }
    }

    private void stopAtFailure(BulkUpgrade bulk) {
        bulk.members().stream().filter(member -> member.state() == MemberState.FAILED).findFirst()
                .filter(member -> bulk.state() == State.RUNNING).ifPresent(member -> {
                    String why = member.name() + ": " + member.reason();
                    bulks.mark(bulk.id(), State.STOPPED, why, null);
                    record(bulk, "catalog.bulk-upgrade-stopped", why, false);
                });
    }

    private void begin(BulkUpgrade bulk, Member member) {
        Instance instance = store.lock(member.instance()).orElseThrow();
        switch (instance.status()) {
            case DELETED, GONE, DELETING, EXPIRED -> bulks.mark(bulk.id(), member, MemberState.SKIPPED,
                    instance.whyNot(Upgrades.ACTION), null);
            case UPDATING, PROVISIONING, WAITING_FOR_APPROVAL -> {
                // It is another one's turn; this one is tried again in a moment.
            }
            case ACTIVE, FAILED -> move(bulk, member, instance);
        }
    }

    private void move(BulkUpgrade bulk, Member member, Instance instance) {
        if (instance.itemVersion().equals(bulk.toVersion())) {
            bulks.mark(bulk.id(), member, MemberState.DONE, "", null);
            return;
        }
        try {
            ItemAction action = instances.getAction(instance, Upgrades.ACTION, bulk.toVersion());
            Map<String, String> filled = BulkUpgrades.filled(instance, action.fields(), bulk.inputs());
            String whyNot = instance.whyNot(Upgrades.ACTION)
                    + String.join(" ", FormCheck.problems(action, filled).values());
            if (!whyNot.isEmpty()) {
                bulks.mark(bulk.id(), member, MemberState.FAILED, whyNot, null);
                return;
            }
            launch.begin(instance.at(bulk.toVersion()), action, FormCheck.complete(action, filled),
                    bulks.startedBy(bulk.id()),
                    bulk.startedBy());
            store.aim(instance.id(), bulk.toVersion());
            List<ActionRun> runs = queries.runs(instance.id());
            bulks.mark(bulk.id(), member, MemberState.RUNNING, "", runs.getFirst().id());
        } catch (Refusal refusal) {
            bulks.mark(bulk.id(), member, MemberState.FAILED, refusal.reason(), null);
        }
    }

    private void record(BulkUpgrade bulk, String code, String why, boolean well) {
        ActionTaken entry = ActionTaken
                .by(Actor.portal("catalog"), code, "item", bulk.provider() + "/" + bulk.item())
                .change(null, bulk.toVersion());
        news.record(well ? entry.because(why) : entry.failed(why), bulk.provider(), null);
    }
}
