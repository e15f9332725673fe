/// What the levers move.
@NullMarked
package dev.tiphys.sandbox.control;

import org.jspecify.annotations.NullMarked;
