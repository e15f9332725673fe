/// The portal of Tiphys: what starts it, and nothing else. Each package below is a module named after what it does.
@NullMarked
package dev.tiphys;

import org.jspecify.annotations.NullMarked;
