/// Moving one version of one service through the environments: planning it, compiling the plan into a workflow,
/// starting that exactly once, following it, and deciding where a person is asked.
@NullMarked
package dev.tiphys.promotion;

import org.jspecify.annotations.NullMarked;
