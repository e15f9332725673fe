/// How the try-out begins, ends and remembers.
@NullMarked
package dev.tiphys.tryout;

import org.jspecify.annotations.NullMarked;
