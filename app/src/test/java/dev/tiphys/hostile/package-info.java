/// Tries the portal with what no well-behaved browser, program or cluster would send: over real sockets, beside a fleet
/// whose every text is an attack.
@NullMarked
package dev.tiphys.hostile;

import org.jspecify.annotations.NullMarked;
