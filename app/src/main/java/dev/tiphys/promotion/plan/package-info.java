/// What a promotion will do, before it does it: waves, targets, gates, remarks and the hash that an approval is for.
/// Pure code without I/O.
@NullMarked
package dev.tiphys.promotion.plan;

import org.jspecify.annotations.NullMarked;
