/// What the pods of workflows do: `tiphys step` really runs, everything else is played for a while.
@NullMarked
package dev.tiphys.sandbox.workflows.pods;

import org.jspecify.annotations.NullMarked;
