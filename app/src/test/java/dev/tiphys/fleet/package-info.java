/// What the read model makes of what Argo CD tells.
@NullMarked
package dev.tiphys.fleet;

import org.jspecify.annotations.NullMarked;
