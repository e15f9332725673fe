/// Tests of approvals.
@NullMarked
package dev.tiphys.approval;

import org.jspecify.annotations.NullMarked;
