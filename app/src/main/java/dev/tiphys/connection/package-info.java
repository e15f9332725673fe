/// The remote systems that the portal is configured for: where they are, with which token, and how their calls fare.
@NullMarked
package dev.tiphys.connection;

import org.jspecify.annotations.NullMarked;
