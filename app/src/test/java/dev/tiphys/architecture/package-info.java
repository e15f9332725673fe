/// Conditions of the architecture tests that need more than a line.
@NullMarked
package dev.tiphys.architecture;

import org.jspecify.annotations.NullMarked;
