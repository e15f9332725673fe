/// How the workspace talks and listens.
@NullMarked
package dev.tiphys.sandbox.slack;

import org.jspecify.annotations.NullMarked;
