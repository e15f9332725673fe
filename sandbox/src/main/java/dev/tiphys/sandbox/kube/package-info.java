/// What the API servers of the sandbox's clusters remember: Kubernetes objects as JSON, with the API machinery's rules.
@NullMarked
package dev.tiphys.sandbox.kube;

import org.jspecify.annotations.NullMarked;
