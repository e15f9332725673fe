/// What the compiled texts promise, up to Hera itself.
@NullMarked
package dev.tiphys.promotion.compile;

import org.jspecify.annotations.NullMarked;
