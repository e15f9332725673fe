/// The proof that the log is what was written: the walk along the chain, signed checkpoints that are kept elsewhere,
/// and what the last look found.
@NullMarked
package dev.tiphys.audit.proof;

import org.jspecify.annotations.NullMarked;
