/// The sandbox's time: settable, speedable, and the order in which its controllers act.
@NullMarked
package dev.tiphys.sandbox.time;

import org.jspecify.annotations.NullMarked;
