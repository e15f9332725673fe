/// Tests of the exports.
@NullMarked
package dev.tiphys.audit.export;

import org.jspecify.annotations.NullMarked;
