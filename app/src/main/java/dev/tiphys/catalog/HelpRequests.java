package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Asks a provider for help with a run that failed: once for each run, however many people are worried.
@Component
public class HelpRequests {

    private final JdbcClient database;
    private final TrailStore trails;
    private final HelpChannels channels;
    private final ApplicationEventPublisher events;
    private final CatalogNews news;
    private final Clock clock;

    HelpRequests(JdbcClient database, TrailStore trails, HelpChannels channels, ApplicationEventPublisher events,
            CatalogNews news, Clock clock) {
        this.database = database;
        this.trails = trails;
        this.channels = channels;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    /// Where the run's failure would be told; empty when nobody could be reached, or was asked already.
    public String channel(Instance instance, ActionRun run) {
        return run.phase() == RunPhase.FAILED && askedBy(run.id()).isEmpty()
                ? channels.of(instance, trails.findFailure(run.id()))
                : "";
    }

    /// Who has asked already; empty for nobody.
    public String askedBy(UUID run) {
        return database.sql("select asker_name from catalog_run_help where run = ?").param(run).query(String.class)
                .optional().orElse("");
    }

    /// Refuses with 409 when there is nothing to ask about, nobody to ask, or somebody was first.
    @Transactional
    public void ask(Instance instance, ActionRun run, String title, Person person) {
        Optional<RunFailure> failure = trails.findFailure(run.id());
        String channel = channels.of(instance, failure);
        if (run.phase() != RunPhase.FAILED) {
            throw new Refusal.Conflict("It has not failed, so there is nothing to ask about.");
        }
        if (channel.isEmpty()) {
            throw new Refusal.Conflict("The provider's people have no channel that the portal reaches.");
        }
        int noted = database.sql("""
                insert into catalog_run_help (run, asker, asker_name, asked_at, channel) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(run.id(), person.subject(), person.name(), Timestamp.from(clock.instant()), channel)
                .update();
        if (noted == 0) {
            throw new Refusal.Conflict(askedBy(run.id()) + " has asked already.");
        }
        events.publishEvent(new HelpAsked(run.id(), channel, run.action() + " of " + instance.name() + " (" + title
                + ")", failure.map(RunFailure::sentence).orElse(run.reason()), person.name(), instance.team(),
                "/catalog/instances/" + instance.id()));
        news.record(ActionTaken.by(person, "catalog.help-asked", "instance", instance.id().toString())
                .change(null, channel).because(run.action()), instance.provider(), instance.team());
        news.changed(instance.id());
    }
}
