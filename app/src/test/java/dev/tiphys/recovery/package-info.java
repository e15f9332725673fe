/// A portal whose database is older than what it did.
@NullMarked
package dev.tiphys.recovery;

import org.jspecify.annotations.NullMarked;
