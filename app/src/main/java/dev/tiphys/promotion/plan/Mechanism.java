package dev.tiphys.promotion.plan;

/// How a target's version is changed.
///
/// @param kind `kustomize-image`, `helm-parameter` or `target-revision`
/// @param subject what is changed: the image's repository, the parameter's name, or empty
public record Mechanism(String kind, String subject) {}
