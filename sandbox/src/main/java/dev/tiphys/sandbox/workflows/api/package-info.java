/// The Argo Server: its REST paths, errors, streams and the shapes that Go gives its answers.
@NullMarked
package dev.tiphys.sandbox.workflows.api;

import org.jspecify.annotations.NullMarked;
