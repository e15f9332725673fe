package dev.tiphys.recovery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A mark as the fields of a ConfigMap or the lines of a file.
final class MarkText {

    private MarkText() {
    }

    static Map<String, String> fields(Mark mark) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("epoch", String.valueOf(mark.epoch()));
        fields.put("sequence", Long.toString(mark.sequence()));
        fields.put("at", mark.at().toString());
        return fields;
    }

    /// What cannot be read is no mark: somebody has written there by hand.
    static Optional<Mark> mark(Map<String, String> fields) {
        try {
            return Optional.of(new Mark(UUID.fromString(fields.getOrDefault("epoch", "")), null,
                    Long.parseLong(fields.getOrDefault("sequence", "")),
                    Instant.parse(fields.getOrDefault("at", ""))));
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
