/// Tests of the module.
@NullMarked
package dev.tiphys.identity;

import org.jspecify.annotations.NullMarked;
