/// How the sandbox's Kubernetes API serves the real kubectl and fabric8.
@NullMarked
package dev.tiphys.sandbox.kubeapi;

import org.jspecify.annotations.NullMarked;
