package dev.tiphys.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;

/// Looks after the lines again and again: windows open, providers change how many they take at once, a portal was down,
/// and a template may change while somebody thinks about an order.
@Component
class LineKeeper {

    private static final Logger log = LoggerFactory.getLogger(LineKeeper.class);

    private final LineStore store;
    private final Line line;
    private final OrderApprovals approvals;
    private final Standstill standstill;

    LineKeeper(LineStore store, Line line, OrderApprovals approvals, Standstill standstill) {
        this.store = store;
        this.line = line;
        this.approvals = approvals;
        this.standstill = standstill;
    }

    void look() {
        if (standstill.isHeld()) {
            return;
        }
        store.lines().forEach(place -> carefully(() -> line.admit(place.provider(), place.item())));
        store.waitingForApproval().forEach(turn -> carefully(() -> approvals.review(turn)));
    }

    private static void carefully(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException failure) {
            log.error("a line of the catalog could not be looked after", failure);
        }
    }
}
