/// What every client of this module shares: the errors a remote system can answer with, and who is told of each call.
@NullMarked
package dev.tiphys.argo;

import org.jspecify.annotations.NullMarked;
