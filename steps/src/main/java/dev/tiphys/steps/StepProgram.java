package dev.tiphys.steps;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The whole program as a function of its surroundings, so that a pod and the sandbox run the same code. It never ends
/// the process, reads no global state, keeps below `root`, and stops with [InterruptedException] when interrupted.
public interface StepProgram {

    /// @param arguments what follows `tiphys`, such as `step sync --target shop/checkout-dev@v4 …`
    /// @param environment the variables of the container
    /// @param root the container's file system; output parameters go to `tmp/…` below it
    /// @param time the clock and the only way to wait
    /// @param output the container's log
    /// @return the exit code: 0 done, 10 the change failed (the reason stands in `tmp/reason`), else a technical fault
    int run(List<String> arguments, Map<String, String> environment, Path root, StepTime time, PrintStream output)
            throws InterruptedException;
}
