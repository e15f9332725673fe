/// Argo CD as the portal speaks of it: applications, their operations, their live objects, clusters. The wire format
/// stays inside; facts about it are noted where they matter.
@NullMarked
package dev.tiphys.argo.cd;

import org.jspecify.annotations.NullMarked;
