/// The fleet's pages and their twins in the JSON API.
@NullMarked
package dev.tiphys.fleet.web;

import org.jspecify.annotations.NullMarked;
