/// Who may call what: every route of the portal against one table, `routes.txt`.
@NullMarked
package dev.tiphys.routes;

import org.jspecify.annotations.NullMarked;
