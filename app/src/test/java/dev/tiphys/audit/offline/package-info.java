/// Tests of the offline verifier.
@NullMarked
package dev.tiphys.audit.offline;

import org.jspecify.annotations.NullMarked;
