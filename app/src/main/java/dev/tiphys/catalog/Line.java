package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets runs begin: of an item's creations, updates and deletions so many at once as its provider says, in their order,
/// and none outside a maintenance window. What else is done with instances waits for nobody.
@Component
class Line {

    private static final Set<String> COUNTED = Set.of(Item.CREATE, "update", Item.DELETE);

    private final Catalog catalog;
    private final LineStore store;
    private final CatalogTasks tasks;
    private final Clock clock;

    Line(Catalog catalog, LineStore store, CatalogTasks tasks, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// A run enters, in the transaction that decided it.
    ///
    /// @return how far it has come at once
    TurnState enter(ActionRun run, Instance instance, Optional<Item> item, ItemAction action, Terms terms) {
        Instant now = clock.instant();
        boolean counted = COUNTED.contains(action.name());
        Instant opens = opens(item, action.name(), now).orElse(null);
        TurnState state = !terms.approval().isEmpty()
                ? TurnState.APPROVAL
                : counted || opens != null ? TurnState.QUEUED : TurnState.ADMITTED;
        store.enter(new Turn(run.id(), instance.id(), instance.provider(), instance.item(), instance.itemVersion(),
                instance.team(), action.name(), counted, terms.priority(), 0, state, opens,
                item.map(one -> Contents.pin(one, action)).orElse(action.content()), action.content(), false,
                instance.status(), "", now));
        if (state == TurnState.ADMITTED) {
            tasks.submit(run.id());
        } else if (state == TurnState.QUEUED) {
            return queue(run.id(), terms.priority(), false, opens);
        }
        return state;
    }

    /// Somebody agreed.
    TurnState approved(Turn turn) {
        return queue(turn.run(), turn.priority(), true,
                opens(find(turn), turn.action(), clock.instant()).orElse(null));
    }

    /// Puts one that waits behind those of another class.
    void reorder(Turn turn, Priority priority) {
        queue(turn.run(), priority, false, turn.opensAt());
    }

    private TurnState queue(UUID run, Priority priority, boolean approved, @Nullable Instant opens) {
        Turn turn = store.find(run).orElseThrow();
        store.lockTeam(turn.provider(), turn.item(), turn.team());
        store.queue(run, priority, approved, opens, clock.instant());
        admit(turn.provider(), turn.item());
        return store.find(run).orElseThrow().state();
    }

    /// A run has ended, so that the next one may begin.
    void over(UUID run) {
        store.find(run).filter(turn -> turn.state() != TurnState.OVER).ifPresent(turn -> {
            store.end(run, turn.state());
            if (turn.counted()) {
                admit(turn.provider(), turn.item());
            }
        });
    }

    /// Lets those begin for which there is a place. Looks without the lock first: most of the time there is nothing.
    @Transactional
    public void admit(String provider, String item) {
        int most = most(provider, item);
        boolean place = store.countAdmitted(provider, item) < most && !next(provider, item, true, 1).isEmpty();
        if (place || !next(provider, item, false, 1).isEmpty()) {
            store.lock(provider, item);
            next(provider, item, false, Integer.MAX_VALUE).forEach(this::begin);
            long free = most - store.countAdmitted(provider, item);
            List<Turn> next = free > 0 ? next(provider, item, true, free) : List.of();
            while (!next.isEmpty()) {
                free -= next.stream().filter(this::begin).count();
                next = free > 0 ? next(provider, item, true, free) : List.of();
            }
        }
    }

    private List<Turn> next(String provider, String item, boolean counted, long most) {
        return store.next(provider, item, counted, most, clock.instant());
    }

    // A window may have closed again while it stood in line.
    private boolean begin(Turn turn) {
        Instant now = clock.instant();
        Optional<Instant> opens = opens(find(turn), turn.action(), now);
        if (opens.isPresent()) {
            store.postpone(turn.run(), opens.get());
            return false;
        }
        store.admit(turn, now);
        tasks.submit(turn.run());
        return true;
    }

    Optional<Turn> find(UUID run) {
        return store.find(run);
    }

    private Optional<Item> find(Turn turn) {
        return catalog.snapshot().find(turn.provider(), turn.item(), turn.version());
    }

    private static Optional<Instant> opens(Optional<Item> item, String action, Instant now) {
        return item.flatMap(one -> Openings.next(one.sheet().windows(), action, now));
    }

    /// How many at once; none before the portal has read what the provider says.
    int most(String provider, String item) {
        CatalogSnapshot now = catalog.snapshot();
        return now.findNewest(provider, item, true)
                .map(found -> found.sheet().concurrency() > 0 ? found.sheet().concurrency() : catalog.atOnce())
                .orElse(now.asOf() == null ? 0 : catalog.atOnce());
    }
}
