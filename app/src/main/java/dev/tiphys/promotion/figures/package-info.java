/// Figures of a service, counted over the promotions that are stored: how long they take, how often they go well, and
/// DORA's four. Each comes with what it means in words and with the number of cases it is made of.
@NullMarked
package dev.tiphys.promotion.figures;

import org.jspecify.annotations.NullMarked;
