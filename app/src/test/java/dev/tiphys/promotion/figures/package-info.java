@NullMarked
package dev.tiphys.promotion.figures;

import org.jspecify.annotations.NullMarked;
