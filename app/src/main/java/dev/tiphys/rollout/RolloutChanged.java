package dev.tiphys.rollout;

import dev.tiphys.argo.cd.ApplicationRef;

/// The Rollout of an application looks different now.
public record RolloutChanged(ApplicationRef application) {}
