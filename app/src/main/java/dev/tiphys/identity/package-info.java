/// Who somebody is and what they may do: sign-in by OpenID Connect, API tokens, and the one door through which every
/// permission is asked for.
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package dev.tiphys.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
