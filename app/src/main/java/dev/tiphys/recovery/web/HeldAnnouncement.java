package dev.tiphys.recovery.web;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;
import dev.tiphys.web.Announcement;
import dev.tiphys.web.State;

/// Tells on every page that the portal stands still.
@Component
class HeldAnnouncement implements Announcement {

    private final Standstill standstill;
    private final RecoverySection section;

    HeldAnnouncement(Standstill standstill, RecoverySection section) {
        this.standstill = standstill;
        this.section = section;
    }

    @Override
    public Optional<Banner> find() {
        return standstill.current()
                .map(hold -> new Banner(State.BAD, "The portal stands still: " + hold.sentence()
                        + " It sends nothing and takes no decision; workflows that run go on in Argo.",
                        section.visible() ? RecoverySection.PATH : null));
    }
}
