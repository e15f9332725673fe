package dev.tiphys.catalog;

import java.util.Map;

/// What somebody filled into an order form.
///
/// @param team that is to own it
/// @param values by field
/// @param keepFor how long it is wanted, such as `30d`; empty for what the provider proposes
public record OrderWish(String name, String team, Map<String, String> values, Priority priority, String keepFor) {

    public OrderWish(String name, String team, Map<String, String> values) {
        this(name, team, values, Priority.NORMAL, "");
    }

    public OrderWish(String name, String team, Map<String, String> values, Priority priority) {
        this(name, team, values, priority, "");
    }

    public OrderWish {
        name = name.strip();
        team = team.strip();
        values = Map.copyOf(values);
        keepFor = keepFor.strip();
    }

    /// The same wish with these values.
    public OrderWish with(Map<String, String> others) {
        return new OrderWish(name, team, others, priority, keepFor);
    }
}
