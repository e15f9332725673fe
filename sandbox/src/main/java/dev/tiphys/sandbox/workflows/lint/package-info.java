/// What the Argo Server and its CRDs refuse in a workflow.
@NullMarked
package dev.tiphys.sandbox.workflows.lint;

import org.jspecify.annotations.NullMarked;
