package dev.tiphys.sandbox.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox's one HTTP port. Each system that it plays is mounted under a path prefix; interceptors (faults) see
/// every request first.
public final class SandboxServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SandboxServer.class);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Interceptor> interceptors = new CopyOnWriteArrayList<>();

    /// Binds `port` of `address`; port 0 takes a free one.
    public SandboxServer(InetAddress address, int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(address, port), 256);
        server.setExecutor(threads);
    }

    /// Gives all requests whose path begins with `prefix` (such as `/argocd`) to `handler`; the longest prefix wins.
    public void mount(String prefix, Handler handler) {
        server.createContext(prefix, exchange -> serve(exchange, handler));
    }

    /// Lets `interceptor` see every request before its handler.
    public void intercept(Interceptor interceptor) {
        interceptors.add(interceptor);
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI baseUri() {
        return URI.create("http://localhost:" + port());
    }

    private void serve(HttpExchange exchange, Handler handler) {
        try {
            Request request = new Request(exchange);
            for (Interceptor interceptor : interceptors) {
                if (interceptor.intercepts(request)) {
                    return;
                }
            }
            handler.serve(request);
        } catch (IOException | InterruptedException gone) {
            log.debug("the client of {} left: {}", exchange.getRequestURI().getPath(), gone.toString());
        } catch (RuntimeException failure) {
            log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
            fail(exchange);
        } finally {
            exchange.close();
        }
    }

    private static void fail(HttpExchange exchange) {
        try {
            if (exchange.getResponseCode() == -1) {
                exchange.sendResponseHeaders(500, -1);
            }
        } catch (IOException gone) {
            log.debug("no one hears of the failure: {}", gone.toString());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// Answers requests of one mounted system.
    @FunctionalInterface
    public interface Handler {

        void serve(Request request) throws IOException, InterruptedException;
    }

    /// May answer a request in the place of its handler, or hold it up first.
    @FunctionalInterface
    public interface Interceptor {

        /// Whether the request has been dealt with (answered or abandoned).
        boolean intercepts(Request request) throws IOException, InterruptedException;
    }
}
