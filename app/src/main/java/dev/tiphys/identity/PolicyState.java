package dev.tiphys.identity;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// Which access policy counts in this process, for the settings page.
///
/// @param version the hash of the policy
/// @param source where it is written: `configuration`, or the path of the file
/// @param since when this process began to use it
/// @param refused what is written now and cannot be used; null when what is written is what counts
public record PolicyState(String version, String source, Instant since, int roles, int teams, int ties,
        @Nullable Refused refused) {

    /// A policy that was refused.
    public record Refused(Instant at, List<String> problems) {

        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
