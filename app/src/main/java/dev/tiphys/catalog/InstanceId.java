package dev.tiphys.catalog;

import java.util.UUID;

import dev.tiphys.web.Refusal;

/// Names one instance for good.
public record InstanceId(UUID value) {

    /// Reads what an address says; anything else is a [Refusal.NotFound].
    public static InstanceId parse(String text) {
        try {
            return new InstanceId(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            throw new Refusal.NotFound("There is no such instance.");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
