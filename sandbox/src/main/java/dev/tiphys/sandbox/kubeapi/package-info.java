/// The Kubernetes API of the sandbox's clusters under `/kube/<cluster>`, as far as kubectl and client libraries use it:
/// discovery, reading, watching, the patch types with their rules, and Status objects for what is refused.
@NullMarked
package dev.tiphys.sandbox.kubeapi;

import org.jspecify.annotations.NullMarked;
