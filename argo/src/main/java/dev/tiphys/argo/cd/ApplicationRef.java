package dev.tiphys.argo.cd;

/// The name of an Application with its project, which Argo CD wants on every call. The namespace is empty when the
/// Application lives in Argo CD's own one. Written `project/name` or `project/namespace/name`, as Argo CD's own
/// rules do.
public record ApplicationRef(String project, String namespace, String name) implements Comparable<ApplicationRef> {

    public ApplicationRef {
        if (project.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "an application is written project/name, not '" + project + "/" + name + "'");
        }
    }

    public static ApplicationRef of(String project, String name) {
        return new ApplicationRef(project, "", name);
    }

    /// Reads `project/name` or `project/namespace/name`; anything else is an [IllegalArgumentException].
    public static ApplicationRef parse(String text) {
        String[] parts = text.split("/", -1);
        return switch (parts.length) {
            case 2 -> new ApplicationRef(parts[0], "", parts[1]);
            case 3 -> new ApplicationRef(parts[0], parts[1], parts[2]);
            default -> throw new IllegalArgumentException("an application is written project/name, not '" + text + "'");
        };
    }

    @Override
    public int compareTo(ApplicationRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? project + "/" + name : project + "/" + namespace + "/" + name;
    }
}
