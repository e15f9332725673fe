package dev.tiphys.argo.workflows;

import java.util.List;
import java.util.Map;

/// The WorkflowTemplates of a namespace: what people can run by name. All methods throw
/// [dev.tiphys.argo.ArgoException].
public interface WorkflowTemplates {

    List<Template> list(String namespace);

    Template get(String namespace, String name);

    /// Creates a template. A name that exists answers [dev.tiphys.argo.ArgoException.Conflict].
    ///
    /// @param manifest the whole WorkflowTemplate as JSON text
    Template create(String namespace, String manifest);

    /// The server's verdict; empty when it accepts. The server reports the first error only.
    List<String> lint(String namespace, String manifest);

    /// @param parameters names of the arguments, with their values or defaults, empty where there are none
    /// @param manifest the whole object as JSON text
    record Template(String namespace, String name, Map<String, String> labels, Map<String, String> annotations,
            String entrypoint, Map<String, String> parameters, String manifest) {

        public Template {
            labels = Map.copyOf(labels);
            annotations = Map.copyOf(annotations);
            parameters = Map.copyOf(parameters);
        }
    }
}
