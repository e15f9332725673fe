/// What runs where: clusters, applications, services and environments, held in memory from one list and one stream per
/// Argo CD and shared by everybody who looks. Reading it never makes a remote call.
@NullMarked
package dev.tiphys.fleet;

import org.jspecify.annotations.NullMarked;
