package dev.tiphys.argo;

/// A running stream of events from a remote system. Closing it ends the stream and waits for no one.
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
