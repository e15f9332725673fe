package dev.tiphys.argo.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hub cluster's own objects, as far as the portal needs them. All methods throw [dev.tiphys.argo.ArgoException].
public interface Hub extends AutoCloseable {

    /// The decoded values of a Secret.
    Map<String, String> secret(String namespace, String name);

    /// The same with its labels.
    LabelledValues labelledSecret(String namespace, String name);

    /// Makes a Secret with these values, in the clear here. A name that exists answers
    /// [dev.tiphys.argo.ArgoException.Conflict].
    void createSecret(String namespace, String name, Map<String, String> labels, Map<String, String> values);

    /// Takes a Secret away; one that is gone already is as well.
    void deleteSecret(String namespace, String name);

    /// Merges `patch` (a JSON merge patch) into a Workflow. Safe to repeat; a Workflow has no status subresource.
    void patchWorkflow(String namespace, String name, String patch);

    /// The objects of Argo Events in a namespace, as they are watched over on the settings page.
    List<EventsObject> events(String namespace);

    /// The Kubernetes version, such as `v1.33.4`.
    String version();

    /// Whether the token may do this (a SelfSubjectAccessReview, which needs no right itself).
    boolean may(Right right);

    /// The values of a ConfigMap; empty where there is none.
    Optional<Map<String, String>> findConfigMap(String namespace, String name);

    /// The ConfigMaps of a namespace that fit a label selector.
    List<LabelledValues> listConfigMaps(String namespace, String labelSelector);

    /// Makes a ConfigMap with these values, or sets them in the one that is there.
    void keepConfigMap(String namespace, String name, Map<String, String> values);

    @Override
    void close();

    /// A right on a resource of a namespace.
    ///
    /// @param group empty for the core group
    /// @param resource plural, with its subresource where one is meant: `pods/log`
    /// @param name of the only object; empty for all
    record Right(String verb, String group, String resource, String namespace, String name) {

        public static Right to(String verb, String group, String resource, String namespace) {
            return new Right(verb, group, resource, namespace, "");
        }
    }

    /// A ConfigMap or a Secret with its labels.
    record LabelledValues(String name, Map<String, String> labels, Map<String, String> values) {

        public LabelledValues {
            labels = Map.copyOf(labels);
            values = Map.copyOf(values);
        }
    }

    /// An EventBus, EventSource or Sensor.
    ///
    /// @param failing `type: message` of each condition that is not True; empty for a sound object
    record EventsObject(String kind, String namespace, String name, List<String> failing) {

        public EventsObject {
            failing = List.copyOf(failing);
        }
    }
}
