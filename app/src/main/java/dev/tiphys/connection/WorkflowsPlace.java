package dev.tiphys.connection;

/// Where promotions run.
///
/// @param namespace of the workflows and of the Secrets that their pods use
/// @param serviceAccount of their pods
/// @param portalUrl where people find this portal, without a slash at the end
public record WorkflowsPlace(String namespace, String serviceAccount, String portalUrl) {}
