package dev.tiphys.identity;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An owner of tokens that is no person, with the groups that an administrator gave it.
public record ServiceAccount(String name, String purpose, List<String> groups, String createdBy, Instant createdAt,
        @Nullable Instant disabledAt) {

    public ServiceAccount {
        groups = List.copyOf(groups);
    }
}
