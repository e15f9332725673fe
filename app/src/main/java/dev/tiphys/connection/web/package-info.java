/// The remote systems and the portal's tokens under Settings.
@NullMarked
package dev.tiphys.connection.web;

import org.jspecify.annotations.NullMarked;
