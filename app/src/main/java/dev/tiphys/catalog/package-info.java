/// What IT providers offer and what became of it: items read from the WorkflowTemplates of their namespaces, instances
/// that people ordered, and the actions on them, each of which is one Argo Workflow in the provider's namespace.
@NullMarked
@ApplicationModule(allowedDependencies = {"approval", "connection", "fleet", "identity", "recovery", "web"})
package dev.tiphys.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
