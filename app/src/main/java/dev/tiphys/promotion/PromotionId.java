package dev.tiphys.promotion;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;

/// The id of a promotion, a time-ordered UUID.
public record PromotionId(UUID value) {

    /// Reads an id; anything that is none is an [IllegalArgumentException].
    public static PromotionId parse(String text) {
        return new PromotionId(UUID.fromString(text));
    }

    /// Reads what may be an id; empty when it is none.
    static Optional<PromotionId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
