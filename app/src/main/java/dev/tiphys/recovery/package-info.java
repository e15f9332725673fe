/// Noticing that the database is older than what the portal did, and standing still until an administrator has looked:
/// nothing is sent, nothing is decided, and what differs from Argo is listed.
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "identity", "connection"})
package dev.tiphys.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
