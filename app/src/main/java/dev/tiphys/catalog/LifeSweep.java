package dev.tiphys.catalog;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;

/// Looks whose time has come, again and again: each by itself and in a transaction of its own, so that one that fails
/// keeps nobody else.
@Component
class LifeSweep {

    private static final Logger log = LoggerFactory.getLogger(LifeSweep.class);

    private final LifeStore lives;
    private final Expiry expiry;
    private final Ending ending;
    private final Readings readings;
    private final BulkUpgradeStore bulks;
    private final LifeTasks tasks;
    private final Standstill standstill;
    private final Clock clock;

    LifeSweep(LifeStore lives, Expiry expiry, Ending ending, Readings readings, BulkUpgradeStore bulks, LifeTasks tasks,
            Standstill standstill, Clock clock) {
        this.lives = lives;
        this.expiry = expiry;
        this.ending = ending;
        this.readings = readings;
        this.bulks = bulks;
        this.tasks = tasks;
        this.standstill = standstill;
        this.clock = clock;
    }

    void look() {
        if (standstill.isHeld()) {
            return;
        }
        each(lives.toWarn(clock.instant()), expiry::warn);
        each(lives.expired(clock.instant()), expiry::expire);
        each(lives.toDelete(clock.instant()), ending::begin);
        each(readings.due(clock.instant()), readings::begin);
        each(bulks.running(), tasks::moveOn);
        readings.forget(clock.instant());
    }

    private static void each(List<UUID> instances, Consumer<UUID> step) {
        for (UUID instance : instances) {
            try {
                step.accept(instance);
            } catch (RuntimeException failure) {
                log.warn("the time of instance {} has come, and it is tried again", instance, failure);
            }
        }
    }
}
