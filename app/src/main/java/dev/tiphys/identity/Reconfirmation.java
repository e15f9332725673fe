package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.springframework.stereotype.Component;

/// Finds out how people stand with the provider, and asks it when what is known is older than wanted. Of all replicas
/// one asks about a person at a time; the others take its answer.
@Component
class Reconfirmation {

    private static final Duration TICK = Duration.ofMillis(50);
    /// While the provider is down, pages do not wait for it anew each time.
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final KnownRecords records;
    private final ProviderInquiry inquiry;
    private final People people;
    private final Clock clock;
    private final Duration patience;
    private volatile Instant silentUntil = Instant.EPOCH;

    Reconfirmation(KnownRecords records, ProviderInquiry inquiry, People people,
            IdentitySettings settings, Clock clock) {
        this.records = records;
        this.inquiry = inquiry;
        this.people = people;
        this.clock = clock;
        this.patience = settings.deadline().multipliedBy(3);
    }

    Optional<Known> lastKnown(String subject) {
        return records.find(subject);
    }

    /// With what the provider said not before `wanted`; it is left in peace for a while after it did not answer.
    Standing calmly(String subject, Instant wanted) {
        Optional<Known> known = records.find(subject);
        boolean settled = known.isPresent() && (known.get().isRefused() || !known.get().readAt().isBefore(wanted));
        if (!settled && clock.instant().isBefore(silentUntil)) {
            return new Standing.Silent(known.orElse(null));
        }
        return since(subject, wanted);
    }

    /// With what the provider said not before `wanted`. Never within a transaction: it may have to be asked.
    Standing since(String subject, Instant wanted) {
        Instant giveUp = clock.instant().plus(patience);
        while (true) {
            Known known = records.find(subject).orElse(null);
            if (known != null && known.isRefused()) {
                return new Standing.Refused(String.valueOf(known.refusedWhy()));
            }
            if (known != null && !known.readAt().isBefore(wanted)) {
                return new Standing.Confirmed(known);
            }
            Optional<ProviderGrant> mine = records.grants().lease(subject, patience);
            if (mine.isPresent()) {
                return ask(subject, mine.get());
            }
            if (!records.grants().exists(subject)) {
                return new Standing.Unasked(known);
            }
            if (clock.instant().isAfter(giveUp)) {
                return new Standing.Silent(known);
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private Standing ask(String subject, ProviderGrant grant) {
        return switch (inquiry.ask(subject, grant)) {
            case ProviderAnswer.Vouched vouched -> {
                silentUntil = Instant.EPOCH;
                Person person = people.described(subject, vouched.claims());
                yield new Standing.Confirmed(records.note(person, vouched.next()));
            }
            case ProviderAnswer.Refused refused -> {
                records.refuse(subject, refused.why());
                yield new Standing.Refused(refused.why());
            }
            case ProviderAnswer.Silent _ -> {
                silentUntil = clock.instant().plus(SILENCE);
                records.grants().release(subject);
                yield new Standing.Silent(records.find(subject).orElse(null));
            }
        };
    }
}
