/// Trying the portal without any cluster: in the profile `sandbox` it starts an Argo fleet and a PostgreSQL on loopback
/// before the portal itself, points the portal at them, and stops them after it. Nothing here exists outside that
/// profile, and nothing else may depend on it.
@NullMarked
package dev.tiphys.tryout;

import org.jspecify.annotations.NullMarked;
