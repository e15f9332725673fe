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

    /// Without an answer a gate stays closed.
    static final String REFUSED = "{{= (steps.ask.outputs?.parameters?.decision ?? 'none') != 'approve' }}";

    private Expressions() {
    }
}
