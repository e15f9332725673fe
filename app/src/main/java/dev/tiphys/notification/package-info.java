/// Tells people what waits for them where they already are. It listens to what others publish, in the transaction that
/// did it, and nothing depends on it: without it everything can still be decided in the portal.
@NullMarked
@ApplicationModule(allowedDependencies = {"approval", "catalog", "connection", "identity", "promotion", "recovery",
        "web"})
package dev.tiphys.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
