/// How the sandbox's time behaves.
@NullMarked
package dev.tiphys.sandbox.time;

import org.jspecify.annotations.NullMarked;
