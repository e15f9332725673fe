package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The generators of ApplicationSets that the sandbox plays: list, clusters, matrix and merge.
record Generators(ClusterDirectory clusters) {

    /// The parameter sets of one generator; one that is not played is an [IllegalArgumentException].
    List<ObjectNode> generate(JsonNode generator, TextTemplate template) {
        List<ObjectNode> sets = unfiltered(generator, template);
        LabelSelector selector = LabelSelector.of(generator.path("selector"));
        return selector.isEmpty() ? sets : sets.stream().filter(set -> selector.matches(flat(set))).toList();
    }

    private static ObjectNode flat(ObjectNode set) {
        ObjectNode flat = JsonNodeFactory.instance.objectNode();
        Parameters.flat(set).forEach(flat::put);
        return flat;
    }

    private List<ObjectNode> unfiltered(JsonNode generator, TextTemplate template) {
        if (generator.has("list")) {
            return list(generator.path("list"));
        }
        if (generator.has("clusters")) {
            return clusters(generator.path("clusters"), template);
        }
        if (generator.has("matrix")) {
            return matrix(generator.path("matrix").path("generators"), template);
        }
        if (generator.has("merge")) {
            return merge(generator.path("merge"), template);
        }
        String name = generator.propertyNames().stream().filter(each -> !each.equals("selector")).findFirst()
                .orElse("none");
        throw new IllegalArgumentException("the sandbox plays the generators list, clusters, matrix and merge, not "
                + name);
    }

    private static List<ObjectNode> list(JsonNode list) {
        List<ObjectNode> sets = new ArrayList<>();
        for (JsonNode element : list.path("elements")) {
            if (!(element instanceof ObjectNode object)) {
                throw new IllegalArgumentException("error parsing list element: it must be an object");
            }
            sets.add(object.deepCopy());
        }
        return sets;
    }

    // The cluster without a Secret takes part only when nothing is selected; equal names count once.
    private List<ObjectNode> clusters(JsonNode generator, TextTemplate template) {
        LabelSelector selector = LabelSelector.of(generator.path("selector"));
        List<ObjectNode> sets = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Cluster cluster : clusters.all()) {
            ObjectNode labels = object(cluster.labels());
            boolean secret = cluster.labels().containsKey(ClusterDirectory.SECRET_TYPE);
            if ((secret ? selector.matches(labels) : selector.isEmpty()) && !names.contains(cluster.name())) {
                names.add(cluster.name());
                sets.add(parameters(cluster, labels, generator.path("values"), template));
            }
        }
        return sets;
    }

    private static ObjectNode parameters(Cluster cluster, ObjectNode labels, JsonNode values, TextTemplate template) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.put("name", cluster.name()).put("server", cluster.server()).put("project", cluster.project());
        set.put("nameNormalized", cluster.name().toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9.]", "-"));
        ObjectNode metadata = set.putObject("metadata");
        metadata.set("labels", labels);
        metadata.set("annotations", object(cluster.annotations()));
        if (values.isObject()) {
            set.set("values", template.fill(values, set));
        }
        return set;
    }

    private static ObjectNode object(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return object;
    }

    private List<ObjectNode> matrix(JsonNode children, TextTemplate template) {
        if (children.size() != 2) {
            throw new IllegalArgumentException("found " + children.size()
                    + " generators, Matrix support only exactly two child generators");
        }
        List<ObjectNode> sets = new ArrayList<>();
        for (ObjectNode first : generate(children.get(0), template)) {
            for (ObjectNode second : generate(template.fill(children.get(1), first), template)) {
                ObjectNode both = second.deepCopy();
                first.properties().forEach(entry -> {
                    JsonNode other = second.get(entry.getKey());
                    if (other != null && !template.go() && !other.equals(entry.getValue())) {
                        throw new IllegalArgumentException("failed to combine string maps with merging params: found "
                                + "duplicate key " + entry.getKey() + " with different value");
                    }
                    both.set(entry.getKey(), entry.getValue());
                });
                sets.add(both);
            }
        }
        return sets;
    }

    private List<ObjectNode> merge(JsonNode merge, TextTemplate template) {
        List<String> keys = merge.path("mergeKeys").valueStream().map(key -> key.asString("")).toList();
        if (merge.path("generators").size() < 2 || keys.isEmpty()) {
            throw new IllegalArgumentException("found less than two generators, Merge requires two or more");
        }
        List<ObjectNode> base = new ArrayList<>();
        for (JsonNode generator : merge.path("generators")) {
            List<ObjectNode> sets = generate(generator, template);
            if (base.isEmpty()) {
                sets.forEach(set -> base.add(set.deepCopy()));
            } else {
                sets.forEach(set -> base.stream().filter(each -> agree(each, set, keys))
                        .forEach(each -> each.setAll(set)));
            }
        }
        return base;
    }

    private static boolean agree(ObjectNode one, ObjectNode other, List<String> keys) {
        Map<String, String> these = Parameters.flat(one);
        Map<String, String> those = Parameters.flat(other);
        return keys.stream().allMatch(key -> these.containsKey(key) && these.get(key).equals(those.get(key)));
    }
}
