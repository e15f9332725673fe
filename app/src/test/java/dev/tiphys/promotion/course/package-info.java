/// What a promotion's course looks like from the nodes of its workflow.
@NullMarked
package dev.tiphys.promotion.course;

import org.jspecify.annotations.NullMarked;
