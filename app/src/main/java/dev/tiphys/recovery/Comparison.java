package dev.tiphys.recovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares what a module keeps in the database with what Argo says. Only asked in the background.
public interface Comparison {

    /// What differs now; throws [dev.tiphys.argo.ArgoException] when Argo cannot be asked.
    List<Difference> find();

    /// Something that cannot be unless the database is older than what the portal did; asked once, at the start.
    ///
    /// @param settled the ids of differences that an administrator has looked at in an earlier hold
    default Optional<String> evidence(Set<String> settled) {
        return Optional.empty();
    }

    /// Carries out a choice about one of its differences, in the transaction of the release. Calls nobody.
    ///
    /// @param who did it, for the record
    void settle(Difference difference, Choice choice, String who);
}
