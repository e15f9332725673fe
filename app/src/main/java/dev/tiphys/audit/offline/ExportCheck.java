package dev.tiphys.audit.offline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.offline.AuditCommand.Outcome;
import dev.tiphys.audit.proof.Break;
import dev.tiphys.audit.proof.ChainProof;
import dev.tiphys.audit.proof.Checkpoint;
import dev.tiphys.audit.proof.PublicKeys;

/// Checks a whole export against checkpoints.
record ExportCheck(List<Path> export, List<Checkpoint> checkpoints) {

    static Outcome of(Arguments arguments) throws IOException {
        arguments.get("--export");
        return of(arguments.files("--export"), Inputs.checkpoints(arguments), Inputs.keys(arguments));
    }

    static Outcome of(List<Path> export, List<Checkpoint> checkpoints, PublicKeys keys) throws IOException {
        Optional<Break> forged = keys.findForged(checkpoints);
        return forged.isPresent()
                ? Outcome.broken(forged.get().sentence())
                : new ExportCheck(export, checkpoints).outcome();
    }

    private Outcome outcome() throws IOException {
        long first;
        try (Stream<AuditEntry> entries = entries()) {
            first = entries.findFirst().map(AuditEntry::seq).orElse(1L);
        }
        Optional<ChainProof> start = start(first);
        if (start.isEmpty()) {
            return Outcome.broken("The export begins at entry " + first + ", and no checkpoint of entry " + (first - 1)
                    + " vouches for what it continues: the entries before it are missing.");
        }
        ChainProof proof = start.get();
        Optional<Break> broken;
        try (Stream<AuditEntry> entries = entries()) {
            broken = proof.follow(entries.iterator());
        }
        return broken.isPresent() ? Outcome.broken(explained(broken.get())) : fine(first, proof);
    }

    private Optional<ChainProof> start(long first) {
        if (first == 1) {
            return Optional.of(ChainProof.fromBeginning(checkpoints));
        }
        return checkpoints.stream().filter(checkpoint -> checkpoint.seq() == first - 1).findFirst()
                .map(mark -> ChainProof.after(mark, checkpoints));
    }

    // A missing entry that comes later was moved and not removed.
    private String explained(Break broken) throws IOException {
        if (!broken.sentence().endsWith("is missing.")) {
            return broken.sentence();
        }
        try (Stream<AuditEntry> entries = entries()) {
            return entries.anyMatch(entry -> entry.seq() == broken.seq())
                    ? "Entry " + broken.seq() + " is not in its place: the order was changed."
                    : broken.sentence();
        }
    }

    private Outcome fine(long first, ChainProof proof) {
        Optional<Checkpoint> last = checkpoints.stream().filter(checkpoint -> checkpoint.seq() >= first)
                .max(Comparator.comparingLong(Checkpoint::seq));
        String entries = "OK: entries " + first + " to " + proof.seen() + " are as they were written, without a gap.";
        if (last.isEmpty()) {
            return Outcome.fine(entries, "No checkpoint covers them: a chain that was computed anew would look the same.");
        }
        String signed = "The last checkpoint is of entry " + last.get().seq() + ", signed at " + last.get().at() + ".";
        return proof.seen() == last.get().seq()
                ? Outcome.fine(entries, signed)
                : Outcome.fine(entries, signed, "The entries after it are not signed yet.");
    }

    private Stream<AuditEntry> entries() {
        return export.stream().flatMap(ExportCheck::lines).filter(line -> !line.isBlank()).map(Inputs::entry);
    }

    private static Stream<String> lines(Path file) {
        try {
            BufferedReader reader = Files.newBufferedReader(file);
            return reader.lines().onClose(() -> close(reader));
        } catch (IOException e) {
            throw new UncheckedIOException("The export " + file + " cannot be read.", e);
        }
    }

    private static void close(BufferedReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
