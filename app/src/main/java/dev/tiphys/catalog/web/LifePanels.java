package dev.tiphys.catalog.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceLife;
import dev.tiphys.catalog.InstanceLives;
import dev.tiphys.catalog.InstanceStatus;
import dev.tiphys.catalog.Transfer;
import dev.tiphys.catalog.Undo;
import dev.tiphys.catalog.Upgrades;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.When;

/// Makes what an instance's page shows of its life, for one person.
@Component
class LifePanels {

    private static final Set<InstanceStatus> UNPROTECTABLE = Set.of(InstanceStatus.DELETING,
            InstanceStatus.DELETED, InstanceStatus.GONE);

    private final InstanceLives lives;
    private final CatalogRights rights;
    private final Clock clock;

    LifePanels(InstanceLives lives, CatalogRights rights, Clock clock) {
        this.lives = lives;
        this.rights = rights;
        this.clock = clock;
    }

    LifePanel of(Instance instance, Person person) {
        InstanceLife life = lives.of(instance);
        InstanceStatus status = instance.status();
        boolean may = rights.acts(person, instance) && status != InstanceStatus.DELETED;
        boolean owns = person.teams().contains(instance.team());
        return new LifePanel(may ? Links.instance(instance.id()) : null, status == InstanceStatus.EXPIRED,
                status == InstanceStatus.GONE, instance.reason(), end(life), life.isProtected(),
                !UNPROTECTABLE.contains(status), farewell(instance, life),
                newer(life.upgrade()), offer(life.offer()), teams(instance), back(life.undo()), seen(life),
                owns ? life.secrets() : List.of(), life.dependents(), life.adopted());
    }

    // To whom it can be offered.
    private List<String> teams(Instance instance) {
        return instance.status() == InstanceStatus.DELETING
                ? List.of()
                : rights.teams().stream().filter(team -> !team.equals(instance.team())).toList();
    }

    private LifePanel.@Nullable End end(InstanceLife life) {
        Instant end = life.expiresAt();
        if (!life.ends() && end == null) {
            return null;
        }
        return new LifePanel.End(end == null ? null : When.of(end),
                end == null || !end.isAfter(clock.instant()) ? "" : Age.words(Duration.between(clock.instant(), end)),
                life.expiresSoon(),
                life.choices(), life.proposed());
    }

    private static LifePanel.@Nullable Farewell farewell(Instance instance, InstanceLife life) {
        Instant at = life.deleteAt();
        return at == null
                ? null
                : new LifePanel.Farewell(When.of(at), life.deletedBy(), instance.status() == InstanceStatus.DELETING);
    }

    private static LifePanel.@Nullable Newer newer(Upgrades.@Nullable Offer offer) {
        return offer == null
                ? null
                : new LifePanel.Newer(offer.from(), offer.to(), offer.by(), offer.reason(), offer.overdue(),
                        offer.whyNot());
    }

    private static LifePanel.@Nullable Offer offer(@Nullable Transfer offer) {
        return offer == null
                ? null
                : new LifePanel.Offer(offer.toTeam(), offer.offeredBy(), When.of(offer.offeredAt()), offer.note());
    }

    private static LifePanel.@Nullable Back back(Undo.@Nullable Way way) {
        return way == null
                ? null
                : new LifePanel.Back(way.undone(), way.values().entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(one -> one.getKey() + ": " + one.getValue()).collect(Collectors.joining(", ")));
    }

    private LifePanel.@Nullable Seen seen(InstanceLife life) {
        Instant at = life.readAt();
        if (at == null && life.readWhyNot().startsWith("Its provider")) {
            return null;
        }
        return new LifePanel.Seen(at == null ? null : Age.of(at, clock.instant()), life.readProblem(),
                life.readWhyNot());
    }
}
