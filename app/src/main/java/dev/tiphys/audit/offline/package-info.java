/// `tiphys audit …`: what works without a running portal, for somebody who does not want to trust one.
@NullMarked
package dev.tiphys.audit.offline;

import org.jspecify.annotations.NullMarked;
