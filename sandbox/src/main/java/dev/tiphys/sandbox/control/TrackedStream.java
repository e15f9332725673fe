package dev.tiphys.sandbox.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A streamed answer that can be cut, and that loses what is sent while a fault says so. What is sent between two
/// flushes is one event: it arrives as a whole or not at all.
final class TrackedStream extends OutputStream {

    private final String path;
    private final OutputStream client;
    private final BooleanSupplier loses;
    private final Consumer<TrackedStream> whenClosed;
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private volatile boolean cut;

    TrackedStream(String path, OutputStream client, BooleanSupplier loses, Consumer<TrackedStream> whenClosed) {
        this.path = path;
        this.client = client;
        this.loses = loses;
        this.whenClosed = whenClosed;
    }

    String path() {
        return path;
    }

    /// The next write fails, as if the network had gone.
    void cut() {
        cut = true;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkConnected();
        event.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        checkConnected();
        if (!loses.getAsBoolean()) {
            event.writeTo(client);
            client.flush();
        }
        event.reset();
    }

    @Override
    public void close() throws IOException {
        whenClosed.accept(this);
        if (!cut) {
            flush();
        }
        client.close();
    }

    private void checkConnected() throws IOException {
        if (cut) {
            throw new IOException("the stream was cut by a fault");
        }
    }
}
