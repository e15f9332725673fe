/// A plan written as an Argo Workflow and as the Hera program that gives the same one. Pure code without I/O.
@NullMarked
package dev.tiphys.promotion.compile;

import org.jspecify.annotations.NullMarked;
