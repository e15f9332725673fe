/// What pods and analyses said about a target, made fit to be kept and shown: bounded, and without what could harm.
/// Pure code without I/O.
@NullMarked
package dev.tiphys.promotion.evidence;

import org.jspecify.annotations.NullMarked;
