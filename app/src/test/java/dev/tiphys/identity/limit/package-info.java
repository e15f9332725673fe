/// Tests of the limits.
@NullMarked
package dev.tiphys.identity.limit;

import org.jspecify.annotations.NullMarked;
