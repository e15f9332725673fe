/// What surrounds the program: its configuration's documentation, its image, its manifests. None of it is compiled, so
/// these tests hold it against what is.
@NullMarked
package dev.tiphys.packaging;

import org.jspecify.annotations.NullMarked;
