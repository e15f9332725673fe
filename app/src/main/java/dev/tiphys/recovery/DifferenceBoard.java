package dev.tiphys.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.web.LiveTopics;

/// What differs while the portal stands still, found in the background and kept in memory.
@Component
class DifferenceBoard {

    static final String TOPIC = "recovery";

    private static final Duration OLD = Duration.ofSeconds(30);

    private final ObjectProvider<Comparison> comparisons;
    private final Standstill standstill;
    private final LiveTopics topics;
    private final Clock clock;
    private volatile Found found = new Found(List.of(), "", null);

    DifferenceBoard(ObjectProvider<Comparison> comparisons, Standstill standstill, LiveTopics topics, Clock clock) {
        this.comparisons = comparisons;
        this.standstill = standstill;
        this.topics = topics;
        this.clock = clock;
    }

    /// What was found last.
    ///
    /// @param trouble why Argo could not be asked; empty when it could
    /// @param at null before the first comparison
    record Found(List<Difference> differences, String trouble, @Nullable Instant at) {

        Found {
            differences = List.copyOf(differences);
        }
    }

    Found found() {
        return found;
    }

    /// Forgets what was found, so that it is found anew.
    void forget() {
        found = new Found(found.differences(), found.trouble(), null);
    }

    /// Compares at once, for whoever decides.
    Found now() {
        found = compare();
        return found;
    }

    /// Compares when the portal stands still and the last comparison is old.
    void keep() {
        if (!standstill.isHeld()) {
            found = new Found(List.of(), "", null);
            return;
        }
        Instant last = found.at();
        if (last == null || last.plus(OLD).isBefore(clock.instant())) {
            Found before = found;
            found = compare();
            if (!found.differences().equals(before.differences()) || before.at() == null) {
                topics.publish(TOPIC);
            }
        }
    }

    private Found compare() {
        List<Difference> all = new ArrayList<>();
        String trouble = "";
        for (Comparison comparison : comparisons.stream().toList()) {
            try {
                all.addAll(comparison.find());
            } catch (ArgoException away) {
                trouble = away.getMessage() + ". " + away.hint();
            }
        }
        return new Found(all, trouble, clock.instant());
    }
}
