/// The sheet of an item: what its provider says of it beyond the WorkflowTemplates, as `item.yaml` in a ConfigMap or
/// an annotation.
@NullMarked
package dev.tiphys.catalog.sheet;

import org.jspecify.annotations.NullMarked;
