@NullMarked
package dev.tiphys.promotion.evidence;

import org.jspecify.annotations.NullMarked;
