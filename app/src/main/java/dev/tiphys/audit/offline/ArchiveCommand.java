package dev.tiphys.audit.offline;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.evidence.EvidencePack;
import dev.tiphys.audit.offline.AuditCommand.Outcome;
import dev.tiphys.audit.proof.Archive;
import dev.tiphys.audit.proof.Checkpoint;
import dev.tiphys.audit.proof.CheckpointLines;

/// `tiphys audit archive`: writes entries to a file, verifies that file, and only then removes them.
record ArchiveCommand(Archive archive, Path file, Path checkpoints, Arguments arguments) {

    static Outcome run(Arguments arguments, DataSource owner, Clock clock) throws IOException {
        Path file = Path.of(arguments.get("--to"));
        Instant until = day(arguments.get("--until"));
        Archive archive = new Archive(owner, clock);
        Optional<Checkpoint> end = archive.findEnd(until);
        return end.isEmpty()
                ? Outcome.broken("No checkpoint was signed before " + until + " that is not archived yet.")
                : new ArchiveCommand(archive, file, file.resolveSibling(file.getFileName() + ".checkpoints"), arguments)
                        .upTo(end.get());
    }

    private static Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new Arguments.Misuse("--until is a day such as 2026-01-01, and not '" + text + "'.");
        }
    }

    private Outcome upTo(Checkpoint end) throws IOException {
        long entries = write(end);
        List<Checkpoint> own = archive.checkpoints(end);
        Files.writeString(checkpoints, CheckpointLines.write(own), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        settle(file);
        settle(checkpoints);
        Outcome outcome = ExportCheck.of(List.of(file), own, Inputs.keys(arguments));
        if (!outcome.ok()) {
            return outcome;
        }
        archive.remove(end, new Archive.File(file.getFileName().toString(),
                EvidencePack.sha256(Files.readAllBytes(file)), entries));
        return Outcome.fine(outcome.sentences().getFirst(), entries + " entries were archived to " + file
                + " and removed. Keep it with " + checkpoints.getFileName() + ": they verify together.");
    }

    private long write(Checkpoint end) throws IOException {
        long start = archive.start().map(Checkpoint::seq).orElse(0L);
        long count = 0;
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Iterator<AuditEntry> entries = archive.trail().iterate(AuditFilter.all(), new AuditSight.Everything(), start,
                    end.seq());
            while (entries.hasNext()) {
                out.write(JsonMapper.shared().writeValueAsString(entries.next()) + "\n");
                count++;
            }
        }
        return count;
    }

    private static void settle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
