package dev.tiphys.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Actor;
import dev.tiphys.web.Age;

/// Reminds, escalates and lets expire. Each is safe to repeat and to come late.
@Component
class ApprovalTimes {

    private final ApprovalChanges changes;
    private final Clock clock;

    ApprovalTimes(ApprovalChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /// Does what is due; gives the moment to come back when this clock says that it is too early.
    Optional<Instant> due(String instance) {
        String[] parts = instance.split(":", 2);
        return due(Deadline.valueOf(parts[0]), UUID.fromString(parts[1]));
    }

    Optional<Instant> due(Deadline deadline, UUID id) {
        AtomicReference<@Nullable Instant> early = new AtomicReference<>();
        changes.byItself(id, request -> {
            Instant moment = deadline.of(request.policy(), request.openedAt());
            if (request.state() != ApprovalState.OPEN) {
                return;
            }
            if (clock.instant().isBefore(moment)) {
                early.set(moment);
            } else {
                apply(deadline, request);
            }
        });
        return Optional.ofNullable(early.get());
    }

    private void apply(Deadline deadline, ApprovalRequest request) {
        Instant now = clock.instant();
        switch (deadline) {
            case REMINDER -> request.remind(now);
            case ESCALATION -> request.escalate(request.policy().escalateTo(), now);
            case EXPIRY -> request.end(ApprovalState.EXPIRED, ApprovalStep.Kind.EXPIRED, Actor.portal("approvals"),
                    "nobody decided within " + Age.words(request.policy().expiry()), now);
        }
    }
}
