/// Where a promotion stands, told from the nodes of its workflow. Pure code without I/O: the same workflow always gives
/// the same course.
@NullMarked
package dev.tiphys.promotion.course;

import org.jspecify.annotations.NullMarked;
