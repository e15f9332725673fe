/// The controller: it walks each Workflow object from its spec and status, pass by pass, and writes the nodes.
@NullMarked
package dev.tiphys.sandbox.workflows.engine;

import org.jspecify.annotations.NullMarked;
