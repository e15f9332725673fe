package dev.tiphys.catalog;

import java.util.Map;

/// What somebody filled into an order form.
///
/// @param team that is to own it
/// @param values by field
public record OrderWish(String name, String team, Map<String, String> values, Priority priority) {

    public OrderWish(String name, String team, Map<String, String> values) {
        this(name, team, values, Priority.NORMAL);
    }

    public OrderWish {
        name = name.strip();
        team = team.strip();
        values = Map.copyOf(values);
    }
}
