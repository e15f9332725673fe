package dev.tiphys.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.tiphys.TiphysApplication;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;

/// One portal for all hostile tests, beside a fleet that is theirs to spoil. Its patience with slow clients is short.
final class HostileStage implements AutoCloseable {

    private final Sandbox sandbox;
    private final URI portal;
    private final ConfigurableApplicationContext context;

    private HostileStage() throws IOException {
        int port = freePort();
        portal = URI.create("http://localhost:" + port);
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(40).forPortal(portal));
        context = new SpringApplicationBuilder(TiphysApplication.class).profiles("sandbox").run(
                "--server.port=" + port, "--tiphys.sandbox.url=" + sandbox.endpoints().baseUri(),
                "--tiphys.sandbox.data=temporary", "--server.tomcat.connection-timeout=2s");
    }

    URI portal() {
        return portal;
    }

    RawHttp raw() {
        return new RawHttp(portal.getPort());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        sandbox.close();
    }

    /// Hands the stage to a test.
    static final class Curtain implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
            return parameter.getParameter().getType() == HostileStage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
            return extension.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(HostileStage.class, key -> {
                try {
                    return new HostileStage();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }, HostileStage.class);
        }
    }
}
