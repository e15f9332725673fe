package dev.tiphys.identity;

import java.time.Clock;

import org.springframework.stereotype.Component;

/// Makes the filter of both chains. It is no bean itself: Boot would put it before the chains as well.
@Component
class SessionKeeping {

    private final Presence presence;
    private final TokenUse tokenUse;
    private final IdentitySettings settings;
    private final Clock clock;

    SessionKeeping(Presence presence, TokenUse tokenUse, IdentitySettings settings, Clock clock) {
        this.presence = presence;
        this.tokenUse = tokenUse;
        this.settings = settings;
        this.clock = clock;
    }

    SessionKeeper filter() {
        return new SessionKeeper(presence, tokenUse, settings, clock);
    }
}
