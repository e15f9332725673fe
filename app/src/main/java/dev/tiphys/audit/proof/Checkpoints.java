package dev.tiphys.audit.proof;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The proof of the log for its readers: what was found, the signed checkpoints, and the keys to check them with.
@Component
public class Checkpoints {

    private final Verifier verifier;
    private final Signing signing;
    private final Anchoring anchoring;
    private final CheckpointStore store;
    private final CheckpointKeys keys;

    Checkpoints(Verifier verifier, Signing signing, Anchoring anchoring, CheckpointStore store, CheckpointKeys keys) {
        this.verifier = verifier;
        this.signing = signing;
        this.anchoring = anchoring;
        this.store = store;
        this.keys = keys;
    }

    /// A place that keeps checkpoints.
    ///
    /// @param seq the last entry whose checkpoint has arrived there
    /// @param trouble why nothing arrives there now; empty while it does
    public record Place(String name, long seq, @Nullable Instant at, String trouble) {}

    /// Follows the whole chain now; some seconds for a million entries.
    public AuditVerification verify() {
        AuditVerification found = verifier.verify();
        signing.note(found);
        return anchored(found);
    }

    /// What the last look found, without a look; empty before the first.
    public Optional<AuditVerification> lastVerification() {
        return store.lastFound().map(this::anchored);
    }

    private AuditVerification anchored(AuditVerification found) {
        Optional<CheckpointStore.Anchor> anchor = store.anchors().stream().filter(place -> place.at() != null)
                .reduce((one, other) -> one.seq() >= other.seq() ? one : other);
        return new AuditVerification(found.ok(), found.verifiedUpTo(),
                anchor.map(CheckpointStore.Anchor::seq).orElse(null),
                anchor.map(place -> Objects.requireNonNull(place.at())).orElse(null), found.firstBroken(),
                found.sentence(), found.head(), found.checkedAt());
    }

    /// Signs the end of the log and takes the checkpoint out, when something was added.
    public void signNow() {
        signing.sign();
        anchoring.takeOut();
    }

    /// Every checkpoint by its entry.
    public List<Checkpoint> list() {
        return store.list();
    }

    /// The first checkpoint that covers an entry; empty before the next one is signed.
    public Optional<Checkpoint> findCovering(long seq) {
        return store.covering(seq);
    }

    public List<Place> places() {
        return store.anchors().stream()
                .map(place -> new Place(place.target(), place.seq(), place.at(), place.trouble())).toList();
    }

    /// The keys whose signatures are to be believed, the present one first.
    public List<PublicKeys.Published> keys() {
        return keys.published().published();
    }

    /// All of them as one PEM text.
    public String pem() {
        return String.join("", Stream.of(keys()).flatMap(List::stream).map(PublicKeys.Published::pem).toList());
    }
}
