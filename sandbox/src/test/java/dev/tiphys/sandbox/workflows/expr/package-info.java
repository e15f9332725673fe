/// How expressions are read and evaluated.
@NullMarked
package dev.tiphys.sandbox.workflows.expr;

import org.jspecify.annotations.NullMarked;
