/// The pages of promotions: what runs where, a new promotion, its plan, and a promotion on its way. Controllers ask the
/// facades of other packages; the page records are built by pure code.
@NullMarked
package dev.tiphys.promotion.web;

import org.jspecify.annotations.NullMarked;
