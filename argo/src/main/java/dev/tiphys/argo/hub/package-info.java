/// The hub cluster's own objects, through fabric8.
@NullMarked
package dev.tiphys.argo.hub;

import org.jspecify.annotations.NullMarked;
