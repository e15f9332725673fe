/// The log as files: what is exported, in which formats, and that each export is on record.
@NullMarked
package dev.tiphys.audit.export;

import org.jspecify.annotations.NullMarked;
