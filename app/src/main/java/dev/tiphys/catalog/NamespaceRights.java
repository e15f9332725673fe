package dev.tiphys.catalog;

/// What the portal has to be allowed in a provider's namespace, as the manifest that allows it.
final class NamespaceRights {

    private NamespaceRights() {
    }

    static String manifest(Provider provider) {
        return """
                # What the portal needs in the namespace of %1$s, and nothing else. The subject is the service account
                # whose token the portal uses for Argo Workflows; change it where yours is another.
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata:
                  name: tiphys-catalog
                  namespace: %2$s
                rules:
                  - apiGroups: [argoproj.io]
                    resources: [workflowtemplates]
                    verbs: [get, list]
                  - apiGroups: [argoproj.io]
                    resources: [workflows]
                    verbs: [get, list, watch, create]
                  - apiGroups: [""]
                    resources: [configmaps]
                    verbs: [get, list]
                  - apiGroups: [""]
                    resources: [secrets]
                    verbs: [get, create, delete]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata:
                  name: tiphys-catalog
                  namespace: %2$s
                roleRef:
                  apiGroup: rbac.authorization.k8s.io
                  kind: Role
                  name: tiphys-catalog
                subjects:
                  - kind: ServiceAccount
                    name: tiphys
                    namespace: tiphys
                """.formatted(provider.name(), provider.namespace());
    }
}
