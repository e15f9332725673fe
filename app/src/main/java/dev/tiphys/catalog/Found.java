package dev.tiphys.catalog;

import java.util.Map;

/// Something that exists already and is to become an instance.
///
/// @param owner the team; empty when nobody knows
public record Found(String name, String owner, Map<String, String> inputs, Map<String, String> outputs) {

    public Found {
        name = name.strip();
        owner = owner.strip();
        inputs = Map.copyOf(inputs);
        outputs = Map.copyOf(outputs);
    }
}
