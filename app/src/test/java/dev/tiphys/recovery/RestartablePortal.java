package dev.tiphys.recovery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.tiphys.TiphysApplication;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.scenario.Http;
import dev.tiphys.scenario.PortalApi;

/// A portal on a database folder that outlives it, beside a fleet that outlives both.
record RestartablePortal(ConfigurableApplicationContext context) implements AutoCloseable {

    /// Comes back once it knows the fleet.
    static RestartablePortal start(Path database, Sandbox sandbox, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--tiphys.sandbox.data=" + database,
                "--tiphys.sandbox.url=" + sandbox.endpoints().baseUri()));
        arguments.addAll(List.of(more));
        RestartablePortal portal = new RestartablePortal(new SpringApplicationBuilder(TiphysApplication.class)
                .profiles("sandbox").run(arguments.toArray(String[]::new)));
        Awaitility.await("the fleet").atMost(Duration.ofSeconds(60))
                .until(() -> portal.as("developer").http().get("/services").text().contains("payments"));
        return portal;
    }

    PortalApi as(String user) {
        return PortalApi.as(user, address());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    boolean ready() {
        return new Http(address(), java.util.Map.of()).get("/actuator/health/readiness").status() == 200;
    }

    @Override
    public void close() {
        context.close();
    }
}
