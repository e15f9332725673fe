package dev.tiphys.fleet;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tiphys.argo.cd.ApplicationSummary;

/// Tells the version of an Application from what it is set to run, else from what its pods run.
final class VersionReading {

    private VersionReading() {
    }

    static String version(ApplicationSummary application, String mechanism, String subject) {
        return switch (mechanism) {
            case "kustomize-image" -> firstKnown(override(application, subject), running(application, subject));
            case "helm-parameter" -> application.source().helmParameters().getOrDefault(subject, "");
            case "target-revision" -> application.source().targetRevision();
            default -> application.source().chart().isEmpty()
                    ? single(application.images())
                    : application.source().targetRevision();
        };
    }

    private static String firstKnown(String wanted, String running) {
        return wanted.isEmpty() ? running : wanted;
    }

    private static String override(ApplicationSummary application, String repository) {
        return application.source().kustomizeImages().stream()
                .map(image -> image.substring(image.indexOf('=') + 1))
                .filter(image -> repository(image).equals(repository)).map(VersionReading::tag).findFirst().orElse("");
    }

    private static String running(ApplicationSummary application, String repository) {
        return single(application.images().stream().filter(image -> repository(image).equals(repository)).toList());
    }

    // Two versions at once (a rollout in flight) tell nothing about the one that is wanted.
    private static String single(List<String> images) {
        Set<String> tags = images.stream().map(VersionReading::tag).collect(Collectors.toSet());
        return tags.size() == 1 ? tags.iterator().next() : "";
    }

    private static String repository(String image) {
        int digest = image.indexOf('@');
        if (digest >= 0) {
            return image.substring(0, digest);
        }
        int colon = image.lastIndexOf(':');
        return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
    }

    private static String tag(String image) {
        int digest = image.indexOf('@');
        if (digest >= 0) {
            return image.substring(digest + 1);
        }
        String repository = repository(image);
        return image.length() > repository.length() ? image.substring(repository.length() + 1) : "";
    }
}
