/// What the sandbox's Argo CD must get right, checked over HTTP.
@NullMarked
package dev.tiphys.sandbox.argocd;

import org.jspecify.annotations.NullMarked;
