/// Argo Workflows as the portal speaks of it: submit, follow, decide, steer.
@NullMarked
package dev.tiphys.argo.workflows;

import org.jspecify.annotations.NullMarked;
