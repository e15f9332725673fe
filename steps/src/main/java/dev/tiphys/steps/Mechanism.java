package dev.tiphys.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.argo.json.JsonView;

/// How a version is written into an Application's source, and read from it.
sealed interface Mechanism {

    /// The version that a source asks for.
    Optional<String> version(Source source);

    /// A merge patch of the Application that asks for the version.
    String patch(Source source, String version);

    /// What it runs where the source does not say: the tag of its pods, if they agree.
    default Optional<String> running(ApplicationSummary application) {
        return Optional.empty();
    }

    default boolean carries(Source source, String version) {
        return version(source).filter(version::equals).isPresent();
    }

    /// Chosen by the options, else by the Application's annotations.
    static Mechanism of(Order order, ApplicationSummary application) {
        Map<String, String> annotations = application.annotations();
        String kind = order.find("mechanism")
                .orElseGet(() -> annotations.getOrDefault("tiphys.dev/mechanism", "kustomize-image"));
        return switch (kind) {
            case "kustomize-image" -> new KustomizeImage(order.find("subject").orElseGet(() -> image(application)));
            case "helm-parameter" -> new HelmParameter(order.find("subject")
                    .orElseGet(() -> annotations.getOrDefault("tiphys.dev/parameter", "image.tag")));
            case "target-revision" -> new TargetRevision();
            default -> throw new UsageError("unknown mechanism '" + kind
                    + "'; known are kustomize-image, helm-parameter, target-revision");
        };
    }

    private static String image(ApplicationSummary application) {
        String image = application.annotations().getOrDefault("tiphys.dev/image", "");
        if (image.isEmpty()) {
            throw new ChangeFailed("the application does not say which image is its version: annotate it with"
                    + " tiphys.dev/image");
        }
        return image;
    }

    /// An override in `spec.source.kustomize.images`.
    record KustomizeImage(String image) implements Mechanism {

        @Override
        public Optional<String> version(Source source) {
            return source.kustomizeImages().stream().map(ImageName::parse).filter(name -> name.isOf(image))
                    .map(ImageName::version).findFirst();
        }

        @Override
        public Optional<String> running(ApplicationSummary application) {
            Set<String> versions = application.images().stream().map(ImageName::parse)
                    .filter(name -> name.isOf(image)).map(ImageName::version).collect(Collectors.toSet());
            return versions.size() == 1 ? versions.stream().findFirst() : Optional.empty();
        }

        @Override
        public String patch(Source source, String version) {
            List<String> images = new ArrayList<>();
            boolean found = false;
            for (String override : source.kustomizeImages()) {
                ImageName name = ImageName.parse(override);
                found |= name.isOf(image);
                images.add(name.isOf(image) ? name.at(version) : override);
            }
            if (!found) {
                images.add(new ImageName("", image, "").at(version));
            }
            ObjectNode patch = JsonView.object();
            ArrayNode list = patch.withObjectProperty("spec").withObjectProperty("source")
                    .withObjectProperty("kustomize").putArray("images");
            images.forEach(list::add);
            return JsonView.write(patch);
        }
    }

    /// A parameter in `spec.source.helm.parameters`.
    record HelmParameter(String name) implements Mechanism {

        @Override
        public Optional<String> version(Source source) {
            return Optional.ofNullable(source.helmParameters().get(name));
        }

        /// A merge patch replaces the list, so that the other parameters go with it as they are.
        @Override
        public String patch(Source source, String version) {
            ObjectNode patch = JsonView.object();
            ArrayNode list = patch.withObjectProperty("spec").withObjectProperty("source").withObjectProperty("helm")
                    .putArray("parameters");
            source.helmParameters().forEach((key, value) -> add(list, source, key, key.equals(name) ? version : value));
            if (!source.helmParameters().containsKey(name)) {
                add(list, source, name, version);
            }
            return JsonView.write(patch);
        }

        private static void add(ArrayNode list, Source source, String key, String value) {
            ObjectNode parameter = list.addObject().put("name", key).put("value", value);
            if (source.forcedStrings().contains(key)) {
                parameter.put("forceString", true);
            }
        }
    }

    /// `spec.source.targetRevision`: a Git revision or a chart's version.
    record TargetRevision() implements Mechanism {

        @Override
        public Optional<String> version(Source source) {
            return Optional.of(source.targetRevision()).filter(revision -> !revision.isEmpty());
        }

        @Override
        public String patch(Source source, String version) {
            ObjectNode patch = JsonView.object();
            patch.withObjectProperty("spec").withObjectProperty("source").put("targetRevision", version);
            return JsonView.write(patch);
        }
    }
}
