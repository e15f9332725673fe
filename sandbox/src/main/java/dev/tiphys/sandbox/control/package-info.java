/// The sandbox's levers: its clock and faults, as a JSON API and as a page.
@NullMarked
package dev.tiphys.sandbox.control;

import org.jspecify.annotations.NullMarked;
