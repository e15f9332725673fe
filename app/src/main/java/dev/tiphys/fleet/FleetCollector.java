package dev.tiphys.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.ApplicationWatcher;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.connection.Connections;

/// Feeds the ledger: one list and one stream per Argo CD for everybody, and its clusters and ApplicationSets every
/// few seconds.
class FleetCollector implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FleetCollector.class);
    private static final Duration CLUSTERS = Duration.ofSeconds(5);
    private static final Duration SETS = Duration.ofSeconds(30);
    private static final Duration NEWS = Duration.ofMillis(250);

    private final Connections connections;
    private final FleetLedger ledger;
    private final ClusterPlaces places;
    private final ApplicationEventPublisher events;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable ScheduledExecutorService timer;

    FleetCollector(Connections connections, FleetLedger ledger, ClusterPlaces places,
            ApplicationEventPublisher events) {
        this.connections = connections;
        this.ledger = ledger;
        this.places = places;
        this.events = events;
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(1 + 2 * connections.argoCds().size(),
                Thread.ofVirtual().name("fleet-", 0).factory());
        timer = started;
        for (ArgoCd argoCd : connections.argoCds()) {
            subscriptions.add(argoCd.applications().watch("", new Feed(argoCd.name())));
            subscriptions.add(every(CLUSTERS, started, () -> listClusters(argoCd)));
            subscriptions.add(every(SETS, started, () -> listSets(argoCd)));
        }
        subscriptions.add(every(NEWS, started, this::tell));
    }

    private static Subscription every(Duration pause, ScheduledExecutorService timer, Runnable work) {
        Future<?> future = timer.scheduleWithFixedDelay(work, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(true);
    }

    private void listClusters(ArgoCd argoCd) {
        try {
            ledger.clustersListed(argoCd.name(), argoCd.clusters().list());
            places.note(argoCd.name(), ledger.places(argoCd.name()));
        } catch (ArgoException unreachable) {
            log.debug("no clusters from {}: {}", argoCd.name(), unreachable.getMessage());
        } catch (RuntimeException failure) {
            log.error("the clusters of {} could not be read", argoCd.name(), failure);
        }
    }

    private void listSets(ArgoCd argoCd) {
        try {
            ledger.setsListed(argoCd.name(), argoCd.applicationSets().list());
        } catch (ArgoException unreachable) {
            log.debug("no ApplicationSets from {}: {}", argoCd.name(), unreachable.getMessage());
        } catch (RuntimeException failure) {
            log.error("the ApplicationSets of {} could not be read", argoCd.name(), failure);
        }
    }

    private void tell() {
        try {
            Set<String> changes = ledger.drainChanges();
            if (!changes.isEmpty()) {
                events.publishEvent(new FleetChanged(changes));
            }
        } catch (RuntimeException failure) {
            log.error("a listener of fleet changes failed", failure);
        }
    }

    @Override
    public void stop() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    private final class Feed implements ApplicationWatcher {

        private final String argoCd;

        Feed(String argoCd) {
            this.argoCd = argoCd;
        }

        @Override
        public void listed(List<ApplicationSummary> applications) {
            ledger.listed(argoCd, applications);
        }

        @Override
        public void changed(ApplicationSummary application) {
            ledger.changed(argoCd, application);
        }

        @Override
        public void deleted(ApplicationRef application) {
            ledger.deleted(argoCd, application);
        }

        @Override
        public void interrupted(ArgoException reason) {
            log.warn("{}", reason.getMessage());
            ledger.interrupted(argoCd, reason);
        }
    }
}
