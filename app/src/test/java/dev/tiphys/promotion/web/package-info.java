/// Renders the pages of promotions from samples.
@NullMarked
package dev.tiphys.promotion.web;

import org.jspecify.annotations.NullMarked;
