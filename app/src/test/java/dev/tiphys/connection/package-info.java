/// The remote systems as the portal looks at them.
@NullMarked
package dev.tiphys.connection;

import org.jspecify.annotations.NullMarked;
