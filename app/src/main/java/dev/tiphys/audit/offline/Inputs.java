package dev.tiphys.audit.offline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.proof.Checkpoint;
import dev.tiphys.audit.proof.CheckpointLines;
import dev.tiphys.audit.proof.PublicKeys;

/// Reads what was handed in. A line with the same field twice is refused: two programs could read it differently.
final class Inputs {

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Inputs() {
    }

    static PublicKeys keys(Arguments arguments) throws IOException {
        arguments.get("--key");
        List<String> texts = new ArrayList<>();
        for (Path file : arguments.files("--key")) {
            texts.add(Files.readString(file));
        }
        PublicKeys keys = PublicKeys.ofPem(texts);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There is no PUBLIC KEY block in what --key names.");
        }
        return keys;
    }

    static List<Checkpoint> checkpoints(Arguments arguments) throws IOException {
        arguments.get("--checkpoints");
        List<Checkpoint> all = new ArrayList<>();
        for (Path file : arguments.files("--checkpoints")) {
            try (Stream<String> lines = Files.lines(file)) {
                all.addAll(CheckpointLines.read(lines));
            }
        }
        return all;
    }

    static AuditEntry entry(String line) {
        try {
            return STRICT.readValue(line, AuditEntry.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A line is no entry: " + e.getOriginalMessage(), e);
        }
    }
}
