package dev.tiphys.identity;

import java.util.List;

/// Whether the person who asks may, by which rule, and who else may.
///
/// @param groups whose members may
/// @param people whom the identity provider has placed in such a group and no rule refuses, by username
public record AccessAnswer(boolean allowed, String rule, String reason, List<String> groups, List<Holder> people) {

    public AccessAnswer {
        groups = List.copyOf(groups);
        people = List.copyOf(people);
    }

    /// Somebody who may.
    public record Holder(String username, String name) {}
}
