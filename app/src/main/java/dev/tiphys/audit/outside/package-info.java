/// What changed in Argo CD without this portal: every finished operation that carries no promotion of ours.
@NullMarked
package dev.tiphys.audit.outside;

import org.jspecify.annotations.NullMarked;
