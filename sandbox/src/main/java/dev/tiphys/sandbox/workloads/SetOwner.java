package dev.tiphys.sandbox.workloads;

import dev.tiphys.sandbox.kube.Kind;

/// The two kinds that own ReplicaSets, with the marks that each leaves on them.
public enum SetOwner {
    ROLLOUT(Kind.ROLLOUT, "rollouts-pod-template-hash", "rollout.argoproj.io/revision"), DEPLOYMENT(Kind.DEPLOYMENT,
            "pod-template-hash", "deployment.kubernetes.io/revision");

    private final Kind kind;
    private final String hashLabel;
    private final String revisionAnnotation;

    SetOwner(Kind kind, String hashLabel, String revisionAnnotation) {
        this.kind = kind;
        this.hashLabel = hashLabel;
        this.revisionAnnotation = revisionAnnotation;
    }

    public Kind kind() {
        return kind;
    }

    public String hashLabel() {
        return hashLabel;
    }

    public String revisionAnnotation() {
        return revisionAnnotation;
    }
}
