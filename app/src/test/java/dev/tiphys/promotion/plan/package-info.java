/// What planning promises, in the words of those who ship.
@NullMarked
package dev.tiphys.promotion.plan;

import org.jspecify.annotations.NullMarked;
