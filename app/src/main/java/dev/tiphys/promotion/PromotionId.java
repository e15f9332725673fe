package dev.tiphys.promotion;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;

/// The id of a promotion, a time-ordered UUID.
public record PromotionId(UUID value) {

    /// Reads an id; anything that is none is an [IllegalArgumentException].
    public static PromotionId parse(String text) {
        return new PromotionId(UUID.fromString(text));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
