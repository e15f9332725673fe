/// The pages of promotions and their twins in the JSON API.
@NullMarked
package dev.tiphys.promotion.web;

import org.jspecify.annotations.NullMarked;
