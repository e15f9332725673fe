/// The sandbox as a whole, over HTTP.
@NullMarked
package dev.tiphys.sandbox;

import org.jspecify.annotations.NullMarked;
