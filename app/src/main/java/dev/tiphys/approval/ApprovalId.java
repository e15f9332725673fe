package dev.tiphys.approval;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;

/// Names one approval request.
public record ApprovalId(UUID value) {

    /// Reads an id; anything that is none is an [IllegalArgumentException].
    public static ApprovalId parse(String text) {
        return new ApprovalId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
