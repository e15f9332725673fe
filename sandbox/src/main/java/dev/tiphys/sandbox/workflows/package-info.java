/// Argo Workflows as the sandbox plays it: a controller that walks workflows, their pods, and the Argo Server's API.
@NullMarked
package dev.tiphys.sandbox.workflows;

import org.jspecify.annotations.NullMarked;
