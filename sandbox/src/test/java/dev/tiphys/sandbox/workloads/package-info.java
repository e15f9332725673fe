/// How workloads move in the sandbox's clusters.
@NullMarked
package dev.tiphys.sandbox.workloads;

import org.jspecify.annotations.NullMarked;
