/// What tests of the portal stand on: a real PostgreSQL, people, and a portal without remote systems.
@NullMarked
package dev.tiphys.testing;

import org.jspecify.annotations.NullMarked;
