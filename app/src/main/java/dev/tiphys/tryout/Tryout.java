package dev.tiphys.tryout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// A fleet and a database, started before the portal and stopped after it.
record Tryout(TryoutFleet fleet, TryoutDatabase database) {

    private static final Logger log = LoggerFactory.getLogger(Tryout.class);

    /// Starts both and tells the portal where they are. Spring stops them when the portal itself has stopped.
    static void begin(ConfigurableEnvironment environment, SpringApplication application) {
        RealEndpoints.refuse(environment);
        TryoutSettings settings = TryoutSettings.read(environment);
        Tryout tryout = start(settings);
        SpringApplication.getShutdownHandlers().add(tryout::stop);
        Map<String, Object> properties = new LinkedHashMap<>(tryout.fleet.properties());
        properties.putAll(tryout.database.properties());
        properties.put("tiphys.identity.key", tryout.database.identityKey());
        properties.put("server.port", settings.portalPort());
        environment.getPropertySources().addFirst(new MapPropertySource(SandboxProfile.NAME, properties));
        environment.getPropertySources()
                .addLast(new MapPropertySource("sandbox-defaults", Map.of("server.address", "127.0.0.1",
                        "tiphys.public-url", settings.portalUrl().toString())));
        application.addListeners(new TryoutAnnouncer(tryout));
    }

    // PostgreSQL takes a second to come up; the fleet is made meanwhile.
    private static Tryout start(TryoutSettings settings) {
        CompletableFuture<TryoutDatabase> database = begin("start-postgres", () -> TryoutDatabase.start(settings));
        CompletableFuture<TryoutFleet> fleet = begin("start-fleet", () -> TryoutFleet.start(settings));
        try {
            return fleet.thenCombine(database, Tryout::new).join();
        } catch (CompletionException failure) {
            CompletableFuture<Void> _ = fleet.thenAccept(started -> close(started, "the fleet"));
            CompletableFuture<Void> _ = database.thenAccept(started -> close(started, "PostgreSQL"));
            throw refusal(Objects.requireNonNullElse(failure.getCause(), failure));
        }
    }

    // The threads that a daemon starts are daemons: when the portal itself fails to start, nothing keeps the JVM up.
    private static <T> CompletableFuture<T> begin(String name, Callable<T> part) {
        CompletableFuture<T> begun = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                begun.complete(part.call());
            } catch (Exception failure) {
                begun.completeExceptionally(failure);
            }
        });
        return begun;
    }

    private static SandboxRefusal refusal(Throwable failure) {
        return failure instanceof SandboxRefusal known
                ? known
                : new SandboxRefusal("The sandbox did not start: " + failure,
                        "Look at the cause below. A damaged database is replaced with --fresh.", failure);
    }

    private void stop() {
        close(fleet, "the fleet");
        close(database, "PostgreSQL");
    }

    private static void close(AutoCloseable part, String name) {
        try {
            part.close();
        } catch (Exception failure) {
            log.warn("{} did not stop well", name, failure);
        }
    }
}
