package dev.tiphys.tryout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/// What can be chosen about a try-out.
///
/// @param fleet `tiphys.sandbox.fleet`
/// @param speed `tiphys.sandbox.speed`: how fast the fleet's time runs
/// @param seed `tiphys.sandbox.seed`
/// @param port `tiphys.sandbox.port`; null takes the portal's port + 1 where it is free
/// @param url `tiphys.sandbox.url`: a sandbox that already runs, instead of one in this process
/// @param data `tiphys.sandbox.data`: the folder of the database; `temporary` makes one and removes it at the end
/// @param fresh `tiphys.sandbox.fresh` or the argument `--fresh`: begin with an empty database
/// @param portalPort the port that the portal is going to listen on
record TryoutSettings(String fleet, double speed, long seed, @Nullable Integer port, @Nullable URI url, String data,
        boolean fresh, int portalPort) {

    private static final String TEMPORARY = "temporary";

    static TryoutSettings read(ConfigurableEnvironment environment) {
        Binder binder = Binder.get(environment);
        return new TryoutSettings(environment.getProperty("tiphys.sandbox.fleet", "demo"),
                binder.bind("tiphys.sandbox.speed", Double.class).orElse(1.0),
                binder.bind("tiphys.sandbox.seed", Long.class).orElse(42L),
                binder.bind("tiphys.sandbox.port", Integer.class).orElse(null),
                binder.bind("tiphys.sandbox.url", URI.class).orElse(null),
                environment.getProperty("tiphys.sandbox.data",
                        Path.of(System.getProperty("user.home"), ".tiphys", "postgres").toString()),
                isFresh(environment), portalPort(binder.bind("server.port", Integer.class).orElse(8080)));
    }

    // Sign-in needs to know the portal's address before the portal is there, so "any free port" is settled here.
    private static int portalPort(int configured) {
        if (configured > 0) {
            return configured;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new SandboxRefusal("No free port was found for the portal.", "Choose one with SERVER_PORT.", failure);
        }
    }

    private static boolean isFresh(Environment environment) {
        String argument = environment.getProperty("fresh");
        return (argument != null && !argument.equals("false"))
                || environment.getProperty("tiphys.sandbox.fresh", Boolean.class, false);
    }

    boolean isTemporary() {
        return data.equals(TEMPORARY);
    }

    URI portalUrl() {
        return URI.create("http://localhost:" + portalPort);
    }
}
