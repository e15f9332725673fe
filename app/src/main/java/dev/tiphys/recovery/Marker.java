package dev.tiphys.recovery;

import java.util.Optional;

/// Where the mark is kept outside of the database. Both throw [dev.tiphys.argo.ArgoException] or
/// [java.io.UncheckedIOException].
interface Marker {

    Optional<Mark> read();

    void write(Mark mark);
}
