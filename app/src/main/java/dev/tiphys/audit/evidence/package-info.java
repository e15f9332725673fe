/// Everything that an auditor asks about one promotion, in one archive that proves itself.
@NullMarked
package dev.tiphys.audit.evidence;

import org.jspecify.annotations.NullMarked;
