package dev.tiphys.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Says to a port whatever it is told to say, byte by byte, and reads the one answer until the other side closes.
public record RawHttp(int port) {

    private static final int PATIENCE_MILLIS = 30_000;

    /// @param status 0 when the connection was closed without an answer
    public record Reply(int status, List<Map.Entry<String, String>> headers, String body) {

        public Optional<String> header(String name) {
            return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue)
                    .findFirst();
        }

        List<String> headers(String name) {
            return headers.stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue)
                    .toList();
        }

        boolean isHtml() {
            return header("Content-Type").orElse("").startsWith("text/html");
        }
    }

    Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    Reply say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    Reply say(byte[] request) throws IOException {
        try (Socket socket = open()) {
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException refusedWhileSending) {
                // A server may answer and close before it has read everything.
            }
            return hear(socket.getInputStream());
        }
    }

    static Reply hear(InputStream answer) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            answer.transferTo(all);
        } catch (java.net.SocketException reset) {
            // What has come until then is the answer.
        }
        return parse(all.toByteArray());
    }

    private static Reply parse(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new Reply(0, List.of(), text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.add(Map.entry(line.substring(0, Math.max(colon, 0)), line.substring(colon + 1).strip()));
        }
        byte[] body = java.util.Arrays.copyOfRange(bytes, end + 4, bytes.length);
        boolean chunked = headers.stream().anyMatch(header -> header.getKey().equalsIgnoreCase("Transfer-Encoding")
                && header.getValue().toLowerCase(Locale.ROOT).contains("chunked"));
        return new Reply(Integer.parseInt(lines.getFirst().split(" ", -1)[1]), List.copyOf(headers),
                new String(chunked ? unchunk(body) : body, StandardCharsets.UTF_8));
    }

    private static byte[] unchunk(byte[] body) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            out.write(in.readNBytes(size));
            in.skip(2);
        }
        return out.toByteArray();
    }

    private static int chunkSize(ByteArrayInputStream in) {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        String size = line.toString().strip();
        return size.isEmpty() ? 0 : Integer.parseInt(size, 16);
    }
}
