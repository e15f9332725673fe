/// A Rollout object reduced to what a person looks at: phase, step, weights, revisions.
@NullMarked
package dev.tiphys.argo.rollouts;

import org.jspecify.annotations.NullMarked;
