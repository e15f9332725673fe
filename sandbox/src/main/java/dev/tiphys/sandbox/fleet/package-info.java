/// The fleets that a sandbox can begin with: clusters, services, add-ons and their Argo CD objects, all at rest.
@NullMarked
package dev.tiphys.sandbox.fleet;

import org.jspecify.annotations.NullMarked;
