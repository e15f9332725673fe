/// Tests of the module.
@NullMarked
package dev.tiphys.audit;

import org.jspecify.annotations.NullMarked;
