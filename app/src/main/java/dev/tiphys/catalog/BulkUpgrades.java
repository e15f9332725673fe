package dev.tiphys.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.BulkUpgrade.Member;
import dev.tiphys.catalog.BulkUpgrade.MemberState;
import dev.tiphys.catalog.BulkUpgrade.State;
import dev.tiphys.catalog.UpgradePreview.Candidate;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// A provider moves the instances of an item to its newest version: looked at beforehand, some at a time, and stopped
/// by the first failure until somebody decides.
@Component
public class BulkUpgrades {

    /// How many instances fit into one.
    static final int MOST = 500;
    private static final int LARGEST_BATCH = 100;

    private final Upgrades upgrades;
    private final InstanceQueries queries;
    private final BulkUpgradeStore bulks;
    private final CatalogRights rights;
    private final LifeTasks tasks;
    private final CatalogNews news;
    private final Clock clock;

    BulkUpgrades(Upgrades upgrades, InstanceQueries queries, BulkUpgradeStore bulks, CatalogRights rights,
            LifeTasks tasks, CatalogNews news, Clock clock) {
        this.upgrades = upgrades;
        this.queries = queries;
        this.bulks = bulks;
        this.rights = rights;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /// @param values for all that have none of their own
    public UpgradePreview preview(String provider, String item, Map<String, String> values, Person person) {
        rights.requireProvider(person, provider);
        Item target = upgrades.findTarget(provider, item)
                .orElseThrow(() -> new Refusal.NotFound("There is no published version of such an item."));
        String whyNot = Upgrades.whyNot(target);
        if (!whyNot.isEmpty()) {
            throw new Refusal.Conflict(whyNot);
        }
        ItemAction action = target.findAction(Upgrades.ACTION).orElseThrow();
        List<Instance> behind = queries.behind(provider, item, target.version(), MOST + 1).stream()
                .filter(one -> CatalogSnapshot.isNewer(target.version(), one.itemVersion())).toList();
        return new UpgradePreview(target, action, behind.stream().limit(MOST)
                .map(one -> candidate(one, target, action, values)).toList(), behind.size() > MOST);
    }

    private static Candidate candidate(Instance instance, Item target, ItemAction action,
            Map<String, String> values) {
        return new Candidate(instance.id(), instance.name(), instance.team(), instance.itemVersion(), target.version(),
                List.copyOf(FormCheck.problems(action, filled(instance, action.fields(), values)).keySet()),
                instance.whyNot(Upgrades.ACTION));
    }

    /// What one is moved with: its own values, else those for all.
    static Map<String, String> filled(Instance instance, List<ItemAction.Field> fields, Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        filled.putAll(instance.present(fields));
        return filled;
    }

    /// @param wanted the instances; all that can be moved when it is empty
    @Transactional
    public UUID start(String provider, String item, String version, Set<UUID> wanted, Map<String, String> values,
            int batch, Person person) {
        UpgradePreview preview = preview(provider, item, values, person);
        if (!preview.target().version().equals(version)) {
            throw new Refusal.Conflict("The newest version is " + preview.target().version()
                    + " now. Look at the preview again.");
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new Refusal.Invalid("batch", "Between 1 and " + LARGEST_BATCH + " at a time.");
        }
        if (bulks.isUnderWay(provider, item)) {
            throw new Refusal.Conflict("Another bulk upgrade of this item is not at its end.");
        }
        List<Member> members = new ArrayList<>();
        preview.candidates().stream().filter(one -> wanted.isEmpty() || wanted.contains(one.id()))
                .filter(one -> one.whyNot().isEmpty() && one.missing().isEmpty())
                .forEach(one -> members.add(new Member(members.size(), one.id(), one.name(), one.team(), one.from(),
                        MemberState.WAITING, "", null)));
        if (members.isEmpty()) {
            throw new Refusal.Conflict("None of them can be moved now. The preview says why.");
        }
        BulkUpgrade bulk = new BulkUpgrade(UUID.randomUUID(), provider, item, version, values, batch, State.RUNNING,
                "", person.name(), clock.instant(), null, members);
        bulks.open(bulk, person);
        tasks.moveOn(bulk.id());
        record(bulk, "catalog.bulk-upgrade-started", members.size() + " instances to " + version, person);
        return bulk.id();
    }

    /// For the provider's people.
    public BulkUpgrade get(UUID id, Person person) {
        rights.requireOrderSomewhere(person);
        return bulks.find(id).filter(bulk -> rights.worksFor(person, bulk.provider()))
                .orElseThrow(() -> new Refusal.NotFound("There is no such bulk upgrade of a provider of yours."));
    }

    public List<BulkUpgrade> list(String provider, String item, Person person) {
        rights.requireProvider(person, provider);
        return bulks.list(provider, item);
    }

    /// Begins no more of them; what runs goes on.
    @Transactional
    public void stop(UUID id, Person person) {
        BulkUpgrade bulk = locked(id, State.RUNNING, person);
        bulks.mark(id, State.STOPPED, person.name() + " stopped it.", null);
        record(bulk, "catalog.bulk-upgrade-stopped", "", person);
    }

    /// Goes on after a stop.
    ///
    /// @param leave what failed as it is; else it is tried again
    @Transactional
    public void resume(UUID id, boolean leave, Person person) {
        BulkUpgrade bulk = locked(id, State.STOPPED, person);
        bulk.members().stream().filter(member -> member.state() == MemberState.FAILED).forEach(
                member -> bulks.mark(id, member, leave ? MemberState.SKIPPED : MemberState.WAITING,
                        leave ? member.reason() : "", member.run()));
        bulks.mark(id, State.RUNNING, "", null);
        tasks.moveOn(id);
        record(bulk, "catalog.bulk-upgrade-resumed", leave ? "without those that failed" : "", person);
    }

    private BulkUpgrade locked(UUID id, State state, Person person) {
        rights.requireProvider(person, get(id, person).provider());
        BulkUpgrade bulk = bulks.lock(id).orElseThrow();
        if (bulk.state() != state) {
            throw new Refusal.Conflict("It is not as it was. Look at the page again.");
        }
        return bulk;
    }

    private void record(BulkUpgrade bulk, String code, String why, Person person) {
        news.record(ActionTaken.by(person, code, "item", bulk.provider() + "/" + bulk.item())
                .change(null, bulk.toVersion()).because(why), bulk.provider(), null);
        news.changedTopic("bulk-" + bulk.id());
    }
}
