/// The pages of the fleet: clusters by attribute, and what runs on them.
@NullMarked
package dev.tiphys.fleet.web;

import org.jspecify.annotations.NullMarked;
