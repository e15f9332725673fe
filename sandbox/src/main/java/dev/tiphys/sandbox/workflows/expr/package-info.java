/// The expressions of workflows: a named subset of expr for `{{= }}` and retries, of govaluate for `when`,
/// and `depends`.
@NullMarked
package dev.tiphys.sandbox.workflows.expr;

import org.jspecify.annotations.NullMarked;
