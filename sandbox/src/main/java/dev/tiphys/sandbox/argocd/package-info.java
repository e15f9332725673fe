/// The Argo CD of the sandbox: its REST API as the real server answers it, and the controllers behind it that move
/// Applications, ApplicationSets and cluster states on the sandbox's clock. All state is in the kube store.
@NullMarked
package dev.tiphys.sandbox.argocd;

import org.jspecify.annotations.NullMarked;
