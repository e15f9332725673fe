/// Reading of JSON that others own: every absence is an empty value, never an error, because Argo's servers leave out,
/// send `null` or send an empty object for the same thing.
@NullMarked
package dev.tiphys.argo.json;

import org.jspecify.annotations.NullMarked;
