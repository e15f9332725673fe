/// The remote systems that the portal is configured for: where they are, with which token, and how their calls fare.
/// They are looked at in the background, and shown under Settings.
@NullMarked
package dev.tiphys.connection;

import org.jspecify.annotations.NullMarked;
