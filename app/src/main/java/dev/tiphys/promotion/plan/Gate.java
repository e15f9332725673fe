package dev.tiphys.promotion.plan;

/// What must hold before a wave starts. A gate that cannot decide is closed.
public sealed interface Gate {

    /// The word of the API for it.
    String word();

    /// The wave follows as soon as the wave before it is complete.
    record AtOnce() implements Gate {

        @Override
        public String word() {
            return "none";
        }
    }

    /// A person who may, and who did not ask for the promotion, approves this plan.
    record Approval() implements Gate {

        @Override
        public String word() {
            return "approval";
        }
    }
}
