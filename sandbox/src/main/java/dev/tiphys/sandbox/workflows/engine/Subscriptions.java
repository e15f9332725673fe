package dev.tiphys.sandbox.workflows.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends what watches the store.
public final class Subscriptions {

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

    private Subscriptions() {
    }

    public static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) {
            log.warn("a watch did not end", failure);
        }
    }
}
