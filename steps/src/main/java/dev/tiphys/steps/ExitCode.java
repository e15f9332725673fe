package dev.tiphys.steps;

/// What the workflow is told. Its retry strategy repeats everything but [#CHANGE_FAILED] and [#WORK_FAILED]; 1 is also
/// what a Java machine that died leaves behind.
final class ExitCode {

    static final int DONE = 0;
    static final int TECHNICAL = 1;
    static final int CHANGE_FAILED = 10;
    static final int WORK_FAILED = 11;
    static final int USAGE = 64;

    private ExitCode() {
    }
}
