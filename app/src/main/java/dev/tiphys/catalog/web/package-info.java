/// The pages of the catalog and their twins in the JSON API.
@NullMarked
package dev.tiphys.catalog.web;

import org.jspecify.annotations.NullMarked;
