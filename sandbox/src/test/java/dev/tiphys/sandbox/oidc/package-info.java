/// How people sign in.
@NullMarked
package dev.tiphys.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
