package dev.tiphys.promotion.compile;

/// The words that manifest and Hera program must agree on to the letter.
final class Expressions {

    /// Any exit code but 10 is technical and tried again; 10 says that the change failed, which a person decides on.
    static final String TECHNICAL = "lastRetry.exitCode != '10'";

    static final String FAILED = "{{steps.deliver.status}} != Succeeded";

    /// Argo evaluates such an expression early too, with half of its scope; `?.` only behind `outputs` makes it fail
    /// then, instead of giving an answer. Without an answer a target is tried again.
    static final String AGAIN = "{{= steps.deliver.status != 'Succeeded'"
            + " && (steps.ask.outputs?.parameters?.decision ?? 'retry') != 'skip' }}";

    /// What the portal signed for the question; an answer that came another way has nothing.
    static final String PROOF = "{{= steps.ask.outputs?.parameters?.proof ?? '' }}";

    /// Without a verdict a gate stays closed.
    static final String UNPROVEN = "{{= (steps.check.outputs?.parameters?.verdict ?? 'none') != 'approve' }}";

    private Expressions() {
    }
}
