package dev.tiphys.sandbox.workloads;

import dev.tiphys.sandbox.kube.Kind;

/// The two kinds that own ReplicaSets, with the marks that each leaves on them.
enum SetOwner {
    ROLLOUT("rollouts-pod-template-hash", "rollout.argoproj.io/revision"), DEPLOYMENT("pod-template-hash",
            "deployment.kubernetes.io/revision");

    private final String hashLabel;
    private final String revisionAnnotation;

    SetOwner(String hashLabel, String revisionAnnotation) {
        this.hashLabel = hashLabel;
        this.revisionAnnotation = revisionAnnotation;
    }

    Kind kind() {
        return switch (this) {
            case ROLLOUT -> Kind.ROLLOUT;
            case DEPLOYMENT -> Kind.DEPLOYMENT;
        };
    }

    String hashLabel() {
        return hashLabel;
    }

    String revisionAnnotation() {
        return revisionAnnotation;
    }
}
