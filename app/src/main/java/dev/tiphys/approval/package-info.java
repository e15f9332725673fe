/// Asking people before something happens: requests that belong to the hash of exactly one plan, the policies that say
/// who must agree, and what was decided. Owners of a subject open requests here and listen for the outcome.
@NullMarked
@ApplicationModule(allowedDependencies = {"identity", "recovery", "web"})
package dev.tiphys.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
