/// Tests of the proof.
@NullMarked
package dev.tiphys.audit.proof;

import org.jspecify.annotations.NullMarked;
