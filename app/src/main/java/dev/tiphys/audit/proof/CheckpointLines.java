package dev.tiphys.audit.proof;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Checkpoints as text: one JSON object a line.
public final class CheckpointLines {

    private CheckpointLines() {
    }

    public static String write(List<Checkpoint> checkpoints) {
        return checkpoints.stream().map(checkpoint -> JsonMapper.shared().writeValueAsString(checkpoint) + "\n")
                .collect(Collectors.joining());
    }

    /// @throws IllegalArgumentException names the line that is none
    public static List<Checkpoint> read(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).map(CheckpointLines::read).toList();
    }

    private static Checkpoint read(String line) {
        try {
            return JsonMapper.shared().readValue(line, Checkpoint.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This line is no checkpoint: " + line, e);
        }
    }
}
