package dev.tiphys.audit.offline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.evidence.ChainLink;
import dev.tiphys.audit.evidence.EvidencePack;
import dev.tiphys.audit.offline.AuditCommand.Outcome;
import dev.tiphys.audit.proof.Break;
import dev.tiphys.audit.proof.Checkpoint;
import dev.tiphys.audit.proof.CheckpointLines;
import dev.tiphys.audit.proof.PublicKeys;

/// Checks the evidence of one promotion: that no file was changed, and that each entry leads to a signed checkpoint.
final class EvidenceCheck {

    private static final int LARGEST_FILE = 200 << 20;

    private final Map<String, byte[]> files;
    private final PublicKeys keys;

    private EvidenceCheck(Map<String, byte[]> files, PublicKeys keys) {
        this.files = files;
        this.keys = keys;
    }

    static Outcome of(Arguments arguments) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(arguments.files("--evidence").getFirst()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readNBytes(LARGEST_FILE));
            }
        }
        return new EvidenceCheck(files, Inputs.keys(arguments)).outcome();
    }

    private Outcome outcome() {
        List<AuditEntry> entries = lines("audit.jsonl").map(Inputs::entry).toList();
        Optional<String> broken = changedFile().or(() -> forged()).or(() -> brokenWay(entries)).or(() -> plan(entries));
        return broken.map(Outcome::broken).orElseGet(() -> Outcome.fine(
                "OK: every file is as it was handed out, and each of the " + entries.size()
                        + " entries leads to a signed checkpoint."));
    }

    private Optional<String> changedFile() {
        JsonNode index = JsonMapper.shared().readTree(text("index.json"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String told = index.path(file.getKey()).asString("");
            if (!file.getKey().equals("index.json") && !told.equals(EvidencePack.sha256(file.getValue()))) {
                return Optional.of("The file " + file.getKey() + " is not the one that the index speaks of.");
            }
        }
        return index.propertyNames().stream().filter(name -> !files.containsKey(name)).findFirst()
                .map(name -> "The file " + name + " is missing.");
    }

    private Optional<String> forged() {
        return keys.findForged(checkpoints()).map(Break::sentence);
    }

    private Optional<String> brokenWay(List<AuditEntry> entries) {
        Map<Long, ChainLink> links = new TreeMap<>();
        lines("chain.jsonl").map(line -> JsonMapper.shared().readValue(line, ChainLink.class))
                .forEach(link -> links.put(link.seq(), link));
        Map<Long, Checkpoint> marks = new TreeMap<>();
        checkpoints().forEach(checkpoint -> marks.put(checkpoint.seq(), checkpoint));
        return entries.stream().flatMap(entry -> brokenWay(entry, links, marks).stream()).findFirst();
    }

    private static Optional<String> brokenWay(AuditEntry entry, Map<Long, ChainLink> links,
            Map<Long, Checkpoint> marks) {
        ChainLink link = links.get(entry.seq());
        if (!entry.isIntact() || link == null || !link.digest().equals(entry.digest())
                || !link.hash().equals(entry.hash())) {
            return Optional.of("Entry " + entry.seq() + " was changed after it was written.");
        }
        while (link.holds()) {
            Checkpoint mark = marks.get(link.seq());
            if (mark != null) {
                return mark.hash().equals(link.hash())
                        ? Optional.empty()
                        : Optional.of("Entry " + link.seq() + " is not the one that was signed at " + mark.at() + ".");
            }
            ChainLink next = links.get(link.seq() + 1);
            if (next == null || !next.prev().equals(link.hash())) {
                return Optional.of("Entry " + entry.seq() + " leads to no checkpoint: the way ends at " + link.seq() + ".");
            }
            link = next;
        }
        return Optional.of("The way of entry " + entry.seq() + " is broken at " + link.seq() + ".");
    }

    private Optional<String> plan(List<AuditEntry> entries) {
        String hash = EvidencePack.sha256(files.getOrDefault("plan.json", new byte[0]));
        boolean isThat = entries.stream().filter(entry -> entry.code().equals("promotion.started"))
                .allMatch(entry -> hash.equals(entry.planHash()));
        return isThat ? Optional.empty() : Optional.of("The plan is not the one that was started.");
    }

    private List<Checkpoint> checkpoints() {
        return CheckpointLines.read(lines("checkpoints.jsonl"));
    }

    private Stream<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank());
    }

    private String text(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("The evidence has no file " + name + ".");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
