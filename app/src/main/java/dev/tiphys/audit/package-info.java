/// The record of who did what: an append-only, hash-chained log that joins the transaction of what it records. Nothing
/// depends on it; it listens.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "identity", "promotion", "fleet", "connection"})
package dev.tiphys.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
