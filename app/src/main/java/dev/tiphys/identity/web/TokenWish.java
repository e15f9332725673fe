package dev.tiphys.identity.web;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.Permission;
import dev.tiphys.web.Refusal;

/// What is wanted of a token: permissions by their words, and how long it is good for.
record TokenWish(@NotBlank String name, @NotEmpty Set<String> permissions, @Nullable Integer days) {

    static final int DEFAULT_DAYS = 90;

    Duration validity() {
        return Duration.ofDays(days == null ? DEFAULT_DAYS : days);
    }

    Set<Permission> wanted() {
        return parse(permissions);
    }

    private static Set<Permission> parse(Collection<String> words) {
        Set<Permission> permissions = new TreeSet<>();
        for (String word : words) {
            permissions.add(Permission.find(word).orElseThrow(
                    () -> new Refusal.Invalid("permissions", "There is no permission \"" + word + "\".")));
        }
        return permissions;
    }
}
