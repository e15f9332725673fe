/// How much one caller may ask of the portal in a minute: for each API token, each session and each address, and less
/// for whoever is not signed in.
@NullMarked
package dev.tiphys.identity.limit;

import org.jspecify.annotations.NullMarked;
