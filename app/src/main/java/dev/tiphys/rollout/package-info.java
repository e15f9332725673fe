/// Canaries and blue-green switches on the way: what they look like at this moment, and the commands that steer them,
/// both through Argo CD, so that the portal holds no credentials of any cluster.
@NullMarked
package dev.tiphys.rollout;

import org.jspecify.annotations.NullMarked;
