package dev.tiphys.promotion;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tiphys.hostile.Caller;

/// A browser whose page is open: it hears what changed from the portal that it was opened at.
final class LiveEar implements AutoCloseable {

    private final Socket socket;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    LiveEar(URI portal, Caller browser) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), portal.getPort());
        socket.getOutputStream().write(("GET /live HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\n"
                + browser.own("GET") + "\r\n").getBytes(StandardCharsets.US_ASCII));
        BufferedReader lines = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().name("live-ear").start(() -> listen(lines));
        await("the stream").atMost(Duration.ofSeconds(30)).until(() -> heards("connected"));
    }

    private void listen(BufferedReader lines) {
        try {
            lines.lines().forEach(line -> heard.putIfAbsent(line, System.nanoTime()));
        } catch (UncheckedIOException closed) {
            // The page was closed.
        }
    }

    private boolean heards(String word) {
        return heard.keySet().stream().anyMatch(line -> line.contains(word));
    }

    /// How long after the deed began the word was heard.
    Duration from(Runnable deed, String word) {
        heard.clear();
        long begun = System.nanoTime();
        deed.run();
        await(word).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> heards(word));
        return heard.entrySet().stream().filter(line -> line.getKey().contains(word))
                .map(line -> Duration.ofNanos(line.getValue() - begun)).min(Duration::compareTo).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
