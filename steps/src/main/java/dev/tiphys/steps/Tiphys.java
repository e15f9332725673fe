package dev.tiphys.steps;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The program as a pod runs it: `tiphys step <verb> …`.
public final class Tiphys {

    private Tiphys() {
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return Steps.program().run(arguments, System.getenv(), Path.of("/"), new RealTime(), System.out);
        } catch (InterruptedException e) {
            return ExitCode.TECHNICAL;
        }
    }

    private static final class RealTime implements StepTime {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }
}
