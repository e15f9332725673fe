package dev.tiphys.recovery;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.recovery.Mark.Suspicion;
import dev.tiphys.recovery.RecoveryConfiguration.MarkerPlace;

/// Compares the mark in the database with the one outside, and moves both on. The order is what makes it right: outside
/// is read before the database and written after it, so in a sound portal the one outside is never ahead.
@Component
class MarkWatch {

    private static final Logger log = LoggerFactory.getLogger(MarkWatch.class);
    private static final String PORTAL = "Tiphys";

    private final MarkBook marks;
    private final HoldBook holds;
    private final Standstill standstill;
    private final @Nullable Marker marker;
    private final ObjectProvider<Comparison> comparisons;
    private volatile String trouble = "";
    private volatile boolean askedForEvidence;

    MarkWatch(MarkBook marks, HoldBook holds, Standstill standstill, MarkerPlace place,
            ObjectProvider<Comparison> comparisons) {
        this.marks = marks;
        this.holds = holds;
        this.standstill = standstill;
        this.marker = place.marker();
        this.comparisons = comparisons;
    }

    /// Why no mark can be kept outside at the moment; empty while it can.
    String trouble() {
        return trouble;
    }

    /// Looks whether a hold was opened or released, by this replica or another one.
    void refresh() {
        standstill.learn(standstill.isCompared(), holds.current().orElse(null));
    }

    void holdOnPurpose() {
        holds.open("on-purpose", "it was started to stand still (tiphys.recovery.start-held).", PORTAL);
        refresh();
    }

    /// Compares, and moves the mark on unless the portal stands still.
    void look() {
        if (marker == null) {
            standstill.learn(true, holds.current().orElse(null));
            return;
        }
        try {
            look(marker);
            trouble = "";
        } catch (ArgoException.Forbidden refused) {
            // Without the right to keep a mark the portal works on, and says so under Settings.
            giveUp(refused);
            standstill.learn(true, holds.current().orElse(null));
        } catch (ArgoException | UncheckedIOException away) {
            giveUp(away);
        }
    }

    private void giveUp(RuntimeException reason) {
        if (trouble.isEmpty()) {
            log.warn("No mark can be kept outside of the database: {}", reason.getMessage());
        }
        trouble = String.valueOf(reason.getMessage());
    }

    private void look(Marker outside) {
        Optional<Mark> known = outside.read();
        Mark mine = marks.read();
        Optional<Suspicion> suspicion = known.flatMap(mine::compareWith).or(this::evidence);
        if (holds.current().isEmpty() && suspicion.isPresent()
                && holds.openAfterRestore(suspicion.get().code(), suspicion.get().sentence(), PORTAL)) {
            log.warn("The portal stands still: {}", suspicion.get().sentence());
        }
        standstill.learn(true, holds.current().orElse(null));
        if (!standstill.isHeld()) {
            outside.write(marks.advance());
        }
    }

    private Optional<Suspicion> evidence() {
        if (askedForEvidence) {
            return Optional.empty();
        }
        try {
            Set<String> settled = holds.settled();
            Optional<String> found = comparisons.stream().map(comparison -> comparison.evidence(settled))
                    .flatMap(Optional::stream).findFirst();
            askedForEvidence = true;
            return found.map(sentence -> new Suspicion("unknown-workflows", sentence));
        } catch (ArgoException away) {
            log.debug("Argo Workflows will be asked for evidence later: {}", away.getMessage());
            return Optional.empty();
        }
    }

    /// The mark that another epoch has to follow on; this database's own where there is none outside.
    Mark outside() {
        try {
            return marker == null ? marks.read() : marker.read().orElseGet(marks::read);
        } catch (ArgoException | UncheckedIOException away) {
            log.debug("the mark outside cannot be read", away);
            return marks.read();
        }
    }

}
