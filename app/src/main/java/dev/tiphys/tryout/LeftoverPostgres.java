package dev.tiphys.tryout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends the PostgreSQL that outlived a portal which was killed: its folder cannot be opened twice.
final class LeftoverPostgres {

    private static final Logger log = LoggerFactory.getLogger(LeftoverPostgres.class);

    private LeftoverPostgres() {
    }

    static void end(Path data) throws IOException, InterruptedException {
        Optional<ProcessHandle> leftover = find(data);
        if (leftover.isEmpty()) {
            return;
        }
        ProcessHandle process = leftover.get();
        log.info("Ending PostgreSQL {}, which an earlier portal left running in {}", process.pid(), data);
        interrupt(process);
        try {
            process.onExit().get(15, TimeUnit.SECONDS);
        } catch (TimeoutException stillThere) {
            throw new SandboxRefusal(
                    "PostgreSQL " + process.pid() + ", left by an earlier portal in " + data + ", does not stop.",
                    "Stop it yourself (kill " + process.pid() + ") and start again.", stillThere);
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException("waiting for a process cannot fail", impossible);
        }
    }

    // Pids are used again, so the file alone proves nothing: the process must be a postgres, run by us, on this folder.
    private static Optional<ProcessHandle> find(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 || !isSame(data, Path.of(lines.get(1)))
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive)
                        .filter(process -> isPostgresOn(process, data));
    }

    private static boolean isPostgresOn(ProcessHandle process, Path data) {
        Path command = Path.of(process.info().command().orElse("/unknown")).getFileName();
        boolean isPostgres = command != null && command.toString().startsWith("postgres");
        boolean onData = process.info().arguments().map(List::of)
                .map(arguments -> arguments.stream().anyMatch(argument -> isSame(data, Path.of(argument))))
                .orElse(true);
        return isPostgres && onData;
    }

    private static boolean isSame(Path data, Path other) {
        return other.toAbsolutePath().normalize().equals(data);
    }

    // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that may hang.
    private static void interrupt(ProcessHandle process) throws IOException, InterruptedException {
        int result = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (result != 0) {
            process.destroy();
        }
    }
}
