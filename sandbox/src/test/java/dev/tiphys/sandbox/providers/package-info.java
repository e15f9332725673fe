@NullMarked
package dev.tiphys.sandbox.providers;

import org.jspecify.annotations.NullMarked;
