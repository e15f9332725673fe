package dev.tiphys.audit.proof;

import java.io.IOException;
import java.util.List;

/// A place outside the database that keeps checkpoints.
interface CheckpointTarget {

    /// A stable name for the record of how far it has been told.
    String name();

    /// Adds them; what is there already may stand there twice.
    void keep(List<Checkpoint> checkpoints) throws IOException;

    /// What it holds, where that can be read back; used to see that the database's own copy was not cut short.
    default List<Checkpoint> read() throws IOException {
        return List.of();
    }
}
