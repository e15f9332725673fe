package dev.tiphys.connection;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.connection.ConnectionProbe.Finding;
import dev.tiphys.web.LiveTopics;

/// Looks at every remote system again and again, each on a thread of its own and with a deadline, so that one that is
/// dead delays neither another nor any page.
@Component
class ConnectionChecks implements SmartLifecycle {

    static final String TOPIC = "connections";

    private static final Logger log = LoggerFactory.getLogger(ConnectionChecks.class);
    private static final Duration RIGHTS = Duration.ofMinutes(5);

    private final ConnectionCheckProperties properties;
    private final LiveTopics topics;
    private final Clock clock;
    private final Map<String, Look> looks = new LinkedHashMap<>();
    private volatile boolean running;

    ConnectionChecks(ConnectionConfiguration.ConnectionProbes own, ObjectProvider<ConnectionProbe> others,
            ConnectionCheckProperties properties, LiveTopics topics, Clock clock) {
        this.properties = properties;
        this.topics = topics;
        this.clock = clock;
        Stream.concat(own.all().stream(), others.stream()).filter(ConnectionProbe::isUsed)
                .forEach(probe -> looks.put(probe.id(), new Look(probe)));
    }

    /// What is known of each, in the order of the configuration.
    List<ConnectionView> views() {
        return looks.values().stream().map(look -> look.memory.view()).toList();
    }

    List<ConnectionProbe> probes() {
        return looks.values().stream().map(look -> look.probe).toList();
    }

    /// Looks at all of them as soon as possible, and asks for their tokens' rights anew.
    void now() {
        looks.values().forEach(Look::hurry);
    }

    @Override
    public void start() {
        running = true;
        looks.values().forEach(Look::start);
    }

    @Override
    public void stop() {
        running = false;
        looks.values().forEach(Look::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The endless looking at one system.
    private final class Look {

        private final ConnectionProbe probe;
        private final ConnectionMemory memory;
        private final Semaphore hurry = new Semaphore(0);
        private volatile Thread thread = new Thread();

        Look(ConnectionProbe probe) {
            this.probe = probe;
            this.memory = new ConnectionMemory(probe);
        }

        void start() {
            thread = Thread.ofVirtual().name("check-" + probe.id()).start(this::lookOn);
        }

        void stop() {
            thread.interrupt();
        }

        void hurry() {
            memory.askAgain();
            hurry.release();
        }

        private void lookOn() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    hurry.drainPermits();
                    ConnectionView before = memory.view();
                    look();
                    if (!before.standing().equals(memory.view().standing()) || before.checkedAt() == null) {
                        topics.publish(TOPIC);
                    }
                    if (hurry.tryAcquire(properties.every().toMillis(), TimeUnit.MILLISECONDS)) {
                        topics.publish(TOPIC);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void look() throws InterruptedException {
            long start = System.nanoTime();
            try {
                Finding found = within(probe::look);
                memory.reached(found, Duration.ofNanos(System.nanoTime() - start), clock.instant());
                if (memory.wantsRights(clock.instant(), RIGHTS)) {
                    memory.may(within(probe::rights), clock.instant());
                }
            } catch (TimeoutException late) {
                missed("no answer within " + properties.deadline().toMillis() + " ms",
                        "The system is slow or unreachable; it is looked at again soon.");
            } catch (ExecutionException failure) {
                missed(failure.getCause() == null ? failure : failure.getCause());
            }
        }

        private <T> T within(java.util.concurrent.Callable<T> question)
                throws InterruptedException, ExecutionException, TimeoutException {
            FutureTask<T> answer = new FutureTask<>(question);
            Thread asking = Thread.ofVirtual().name("ask-" + probe.id()).start(answer);
            try {
                return answer.get(properties.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                asking.interrupt();
            }
        }

        private void missed(Throwable cause) {
            if (cause instanceof ArgoException known) {
                missed(String.valueOf(known.getMessage()), known.hint());
            } else {
                missed(cause.getMessage() == null ? cause.toString() : cause.getMessage(), "");
            }
        }

        private void missed(String reason, String hint) {
            log.debug("{} cannot be used: {}", probe.name(), reason);
            memory.missed(reason, hint, clock.instant());
        }
    }
}
