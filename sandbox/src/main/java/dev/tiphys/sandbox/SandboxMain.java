package dev.tiphys.sandbox;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

import ch.qos.logback.classic.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts a sandbox as a process of its own, so that a portal can come and go while the fleet lives on.
public final class SandboxMain {

    private static final String USAGE = """
            usage: java -jar sandbox.jar [--port=8090] [--address=127.0.0.1] [--fleet=demo] [--speed=1] [--seed=42]
                                         [--portal=http://localhost:8080]
            """;

    private SandboxMain() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        SandboxOptions options;
        try {
            options = parse(List.of(arguments));
        } catch (IllegalArgumentException | IOException mistake) {
            fail(System.err, mistake);
            return;
        }
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.INFO);
        }
        Sandbox sandbox = Sandbox.start(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
        System.out.printf("""
                The sandbox is up: %s
                Start a portal on it with -Dspring-boot.run.arguments=--tiphys.sandbox.url=%s
                Stop it with Ctrl-C.
                """, sandbox.endpoints().controlPage(), sandbox.endpoints().baseUri());
        Thread.currentThread().join();
    }

    private static void fail(PrintStream output, Exception mistake) {
        output.println(mistake.getMessage());
        output.print(USAGE);
        System.exit(2);
    }

    /// Reads `--name=value` and `--name value`.
    static SandboxOptions parse(List<String> arguments) throws IOException {
        SandboxOptions options = SandboxOptions.defaults().onPort(8090);
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            String value;
            int equals = name.indexOf('=');
            if (equals > 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (i + 1 < arguments.size()) {
                value = arguments.get(++i);
            } else {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = apply(options, name, value);
        }
        return options;
    }

    private static SandboxOptions apply(SandboxOptions options, String name, String value) throws IOException {
        return switch (name) {
            case "--port" -> options.onPort(Integer.parseInt(value));
            case "--address" -> options.onAddress(InetAddress.getByName(value));
            case "--fleet" -> options.withFleet(value);
            case "--speed" -> options.atSpeed(Double.parseDouble(value));
            case "--seed" -> options.withSeed(Long.parseLong(value));
            case "--portal" -> options.forPortal(URI.create(value));
            default -> throw new IllegalArgumentException("there is no option " + name);
        };
    }
}
