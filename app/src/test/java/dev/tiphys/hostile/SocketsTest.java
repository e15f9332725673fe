package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.hostile.RawHttp.Reply;

/// Clients that take their time, and requests that two servers would read differently.
@ExtendWith(HostileStage.Curtain.class)
@Timeout(120)
class SocketsTest {

    private static final int MANY = 150;

    @Test
    void clientsThatNeverFinishAreCutOffAndDelayNobody(HostileStage stage) throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                slow.add(begun(stage, switch (i % 3) {
                    case 0 -> "GET /promotions HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";
                    case 1 ->
                        "POST /api/v1/promotions/plan HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                                + "\r\nAuthorization: Bearer tph_sandbox_admin\r\nContent-Length: 1000\r\n\r\n{\"service\":";
                    default -> "POST /logout HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                            + "application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na";
                }));
            }
            assertThat(Caller.program(stage.portal(), "viewer").get("/api/v1/me").status()).isEqualTo(200);
            assertThat(Caller.stranger(stage.portal()).get("/sign-in?why=out").status()).isEqualTo(200);
            for (Socket socket : slow) {
                assertThat(isCutOff(socket)).isTrue();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket begun(HostileStage stage, String text) throws IOException {
        Socket socket = stage.raw().open();
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    // Reads on until the other side has closed; the socket's own patience ends the test if it never does.
    private static boolean isCutOff(Socket socket) throws IOException {
        try {
            Reply last = RawHttp.hear(socket.getInputStream());
            return last.status() != 200 && last.status() != 500;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void noRequestIsHiddenInAnother(HostileStage stage) throws Exception {
        String hidden = "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer tph_sandbox_viewer\r\n\r\n";
        String post = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
        for (String request : List.of(
                post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden,
                post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + hidden,
                post + "Content-Length: 0\r\nContent-Length: " + hidden.length() + "\r\n\r\n" + hidden,
                post + "Content-Length: +0\r\n\r\n" + hidden, post + "Content-Length: 0x0\r\n\r\n" + hidden,
                post + "Content-Length: -1\r\n\r\n" + hidden,
                post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden,
                post + "Transfer-Encoding: identity, chunked, identity\r\n\r\n0\r\n\r\n" + hidden,
                post + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n" + hidden,
                post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + hidden,
                post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n" + hidden,
                post + "Transfer-Encoding: chunked\r\n\r\n0;\n\r\nx\r\n" + hidden,
                post + "Connection: Content-Length\r\nContent-Length : 0\r\n\r\n" + hidden)) {
            String all = new String(everything(stage, request), StandardCharsets.UTF_8);
            assertThat(all).as(request).matches("(?s)HTTP/1.1 (303|4..|501).*").doesNotContain("\"username\"");
            assertThat(all.split("HTTP/1.1 ", -1)).as("one answer alone to %s", request).hasSize(2);
        }
        for (String loose : List.of("GET /api/v1/me HTTP/1.1\nHost: localhost\n\n", "GET\t/sign-in\tHTTP/1.1\r\n\r\n",
                "GET /sign-in HTTP/9.9\r\nHost: localhost\r\n\r\n", "GET /sign-in\r\n\r\n", "\r\n\r\n\r\n\r\n",
                "GET /sign-in HTTP/1.1\r\nHost: a\rb\r\n\r\n", "\u0016\u0003\u0001\u0002",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")) {
            String all = new String(everything(stage, loose), StandardCharsets.UTF_8);
            assertThat(all).as(loose).doesNotContain("500", "Exception", "\"username\"");
        }
    }

    private static byte[] everything(HostileStage stage, String request) throws IOException {
        try (Socket socket = stage.raw().open()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            return "HTTP/1.1 400 reset".getBytes(StandardCharsets.US_ASCII);
        }
    }
}
