package dev.tiphys.sandbox.workflows.pods;

/// Why a resource template's container ends with 64, in the words that it leaves for the kubelet.
final class ResourceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String words;

    ResourceFailure(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
