/// Measures what the portal promises about its speed, and writes it down as a table.
@NullMarked
package dev.tiphys.bench;

import org.jspecify.annotations.NullMarked;
