/// How the memory of the sandbox's API servers behaves.
@NullMarked
package dev.tiphys.sandbox.kube;

import org.jspecify.annotations.NullMarked;
