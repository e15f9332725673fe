package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The lines in which orders stand, one for each item, and the provider's hand on them.
@Component
public class Lines {

    private static final int LONGEST = 300;

    private final LineStore store;
    private final LineQueries queries;
    private final Line line;
    private final CatalogRights rights;
    private final CatalogNews news;
    private final Clock clock;

    Lines(LineStore store, LineQueries queries, Line line, CatalogRights rights, CatalogNews news, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.line = line;
        this.rights = rights;
        this.news = news;
        this.clock = clock;
    }

    /// The line of one item.
    ///
    /// @param atOnce how many of its workflows there may be at once
    /// @param usual how long an order takes; null before there was one
    /// @param pause why the provider begins no orders; null while it does
    public record View(int waiting, long running, int atOnce, @Nullable Duration usual, @Nullable Pause pause) {}

    /// A provider begins no orders: they are taken, and keep their places.
    public record Pause(String message, String byName, Instant since) {}

    public View of(Item item) {
        return new View(queries.waiting(item.provider(), item.name()),
                store.countAdmitted(item.provider(), item.name()), line.most(item.provider(), item.name()),
                queries.usual(item.provider(), item.name(), Item.CREATE).orElse(null), findPause(item).orElse(null));
    }

    public Optional<Pause> findPause(Item item) {
        return queries.pause(item.provider(), item.name());
    }

    /// Whether the person may pause orders and change their order.
    public boolean mayRun(Item item, Person person) {
        return rights.worksFor(person, item.provider()) || rights.oversees(person);
    }

    /// Orders are taken from now on and begin when the provider resumes. What is under way goes on.
    ///
    /// @param message for those who wait
    @Transactional
    public void pause(Item item, String message, Person person) {
        requireRun(item, person);
        String words = message.strip();
        if (words.isEmpty() || !FormCheck.text(words, LONGEST).isEmpty()) {
            throw new Refusal.Invalid("message", words.isEmpty()
                    ? "Say why, and until when: whoever waits will read it."
                    : FormCheck.text(words, LONGEST));
        }
        change(item, words, "catalog.orders-paused", person);
    }

    @Transactional
    public void resume(Item item, Person person) {
        requireRun(item, person);
        if (findPause(item).isEmpty()) {
            throw new Refusal.Conflict("Orders of " + item.title() + " are not paused.");
        }
        change(item, null, "catalog.orders-resumed", person);
        line.admit(item.provider(), item.name());
    }

    private void change(Item item, @Nullable String message, String code, Person person) {
        store.lock(item.provider(), item.name());
        queries.pause(item.provider(), item.name(), message, person.subject(), person.name(), clock.instant());
        news.record(ActionTaken.by(person, code, "item", item.provider() + "/" + item.name()).because(message),
                item.provider(), null);
        news.itemChanged();
    }

    private void requireRun(Item item, Person person) {
        rights.requireOrderSomewhere(person);
        if (!mayRun(item, person)) {
            throw new Refusal.NotAllowed("Only the people of " + item.provider() + " pause and resume its orders.");
        }
    }
}
