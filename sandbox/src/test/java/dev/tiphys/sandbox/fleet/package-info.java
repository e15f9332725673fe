/// How the fleets look when the sandbox begins.
@NullMarked
package dev.tiphys.sandbox.fleet;

import org.jspecify.annotations.NullMarked;
