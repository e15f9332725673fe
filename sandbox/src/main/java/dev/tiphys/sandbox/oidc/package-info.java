/// A small OpenID provider: sign-in as one of the demo users, without a password, by the authorization code flow.
@NullMarked
package dev.tiphys.sandbox.oidc;

import org.jspecify.annotations.NullMarked;
