package dev.tiphys.sandbox.kubeapi;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The kubectl of this machine, pointed at one cluster.
final class Kubectl {

    private final Path config;
    private final Path home;

    Kubectl(Path folder, URI sandbox, String cluster) throws IOException {
        home = folder;
        config = Files.writeString(folder.resolve("kubeconfig"),
                KubernetesApi.kubeconfig(sandbox, cluster, "shop", KubernetesSandbox.TOKEN));
    }

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", config.toString(),
                "--cache-dir", home.resolve("cache").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("HOME", home.toString()));
        return builder.start();
    }

    /// What kubectl prints, standard error included, with its exit code in the last line.
    String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return output + "exit " + process.exitValue();
    }

    /// Starts a command that goes on, such as a watch, and waits for the line that holds `first`.
    Running follow(String first, String... arguments) throws IOException {
        Running running = new Running(start(arguments));
        running.awaitLine(first);
        return running;
    }

    String apply(String yaml, String... flags) throws IOException, InterruptedException {
        Path file = Files.writeString(home.resolve("object.yaml"), yaml);
        List<String> arguments = new ArrayList<>(List.of("apply", "-f", file.toString()));
        arguments.addAll(List.of(flags));
        return run(arguments.toArray(String[]::new));
    }

    /// A kubectl that still runs; closing it ends it.
    static final class Running implements AutoCloseable {

        private final Process process;
        private final BufferedReader output;

        Running(Process process) {
            this.process = process;
            this.output = process.inputReader(StandardCharsets.UTF_8);
        }

        String awaitLine(String part) throws IOException {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains(part)) {
                    return line;
                }
            }
            throw new AssertionError("kubectl ended without a line that holds " + part);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
