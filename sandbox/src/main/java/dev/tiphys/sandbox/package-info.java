/// An Argo fleet in one process, over real HTTP, for trying the portal and for its tests.
@NullMarked
package dev.tiphys.sandbox;

import org.jspecify.annotations.NullMarked;
