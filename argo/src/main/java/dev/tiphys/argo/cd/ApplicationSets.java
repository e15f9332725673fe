package dev.tiphys.argo.cd;

import java.util.List;
import java.util.Set;

/// The ApplicationSets of one Argo CD: they put back what others change in the Applications they make, unless told to
/// leave it.
public interface ApplicationSets {

    /// All that the token may see (`GET /applicationsets`).
    List<ApplicationSet> list();

    /// One set and what it leaves alone.
    ///
    /// @param applications the names of the Applications it has made
    /// @param ignored its `ignoreApplicationDifferences`
    record ApplicationSet(String name, Set<String> applications, List<Ignored> ignored) {

        public ApplicationSet {
            applications = Set.copyOf(applications);
            ignored = List.copyOf(ignored);
        }

        /// Whether it leaves a field of an Application alone; the field as a JSON pointer, such as
        /// `/spec/source/kustomize/images`. An expression that is more than a path leaves nothing alone as far as
        /// is known.
        public boolean leavesAlone(String application, String pointer) {
            return ignored.stream().anyMatch(rule -> rule.covers(application, pointer));
        }
    }

    /// One rule of what is left alone.
    ///
    /// @param application it is for; empty for all
    /// @param jsonPointers such as `/spec/source/kustomize`
    /// @param jqPathExpressions such as `.spec.source.kustomize.images`
    record Ignored(String application, List<String> jsonPointers, List<String> jqPathExpressions) {

        public Ignored {
            jsonPointers = List.copyOf(jsonPointers);
            jqPathExpressions = List.copyOf(jqPathExpressions);
        }

        boolean covers(String name, String pointer) {
            return (application.isEmpty() || application.equals(name))
                    && (jsonPointers.stream().anyMatch(ignored -> isWithin(pointer, ignored))
                            || jqPathExpressions.stream().anyMatch(path -> isWithin(pointer, path.replace('.', '/'))));
        }

        private static boolean isWithin(String pointer, String ignored) {
            return ignored.length() > 1 && (pointer.equals(ignored) || pointer.startsWith(ignored + "/"));
        }
    }
}
