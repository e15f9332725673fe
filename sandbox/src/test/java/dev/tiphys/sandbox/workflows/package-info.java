/// How the sandbox's Argo Workflows behaves.
@NullMarked
package dev.tiphys.sandbox.workflows;

import org.jspecify.annotations.NullMarked;
