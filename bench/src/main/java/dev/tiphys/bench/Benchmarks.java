package dev.tiphys.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import dev.tiphys.audit.AuditBenchmark;

/// Runs all of it, or with a second argument the catalog alone, and writes a table to the file named by the first.
final class Benchmarks {

    private static final String HOME = "/promotions";
    private static final String CONSTANT = "/actuator/health/liveness";

    private static final int ROUNDS = 50;

    // Read by nobody: it keeps the work from being optimized away.
    static volatile String lastHera = "";

    private final List<String> rows = new ArrayList<>();

    private Benchmarks() {
    }

    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks();
        if (arguments.length == 1) {
            benchmarks.audit();
            benchmarks.plan();
            benchmarks.portal();
        }
        benchmarks.catalog();
        String table = benchmarks.table();
        Files.writeString(Path.of(arguments[0]), table);
        System.out.println(table);
    }

    private void audit() throws Exception {
        AuditBenchmark.Speed speed = AuditBenchmark.measure();
        row("audit entries, 8 writers, a transaction each", "%.0f/s", speed.entries());
        row("plain rows of the same size, the same way", "%.0f/s, %.1f times as many", speed.plainRows(), speed.ratio());
    }

    private void plan() throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder().include(PlanBenchmark.class.getName()).forks(1)
                .warmupIterations(2).warmupTime(TimeValue.seconds(1)).measurementIterations(3)
                .measurementTime(TimeValue.seconds(1)).build()).run()) {
            row("plan + manifest + Hera for 500 targets (mean)", "%.1f ms", result.getPrimaryResult().getScore());
        }
        row("the same, processor time alone (mean)", "%.1f ms", processorTime(new PlanBenchmark()));
    }

    // Unlike the time on the wall it hardly depends on what else the machine does.
    private static double processorTime(PlanBenchmark benchmark) {
        long begin = 0;
        for (int i = -ROUNDS; i < ROUNDS; i++) {
            begin = i == 0 ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : begin;
            lastHera = benchmark.planManifestAndHera().hera();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6 / ROUNDS;
    }

    private void portal() throws IOException, InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        try (RunningPortal portal = RunningPortal.start()) {
            portal.awaitFirstPage();
            row("start to first page (sandbox, empty embedded PostgreSQL)", "%.1f s",
                    (System.nanoTime() - begin) / 1e9);
            portal.signIn("developer");
            Latency.of(portal, HOME, 400);
            Latency.of(portal, CONSTANT, 400);
            Latency home = Latency.of(portal, HOME, 400);
            Latency constant = Latency.of(portal, CONSTANT, 400);
            row("home page, 4 browsers (median / p95)", "%.1f / %.1f ms", home.median(), home.p95());
            row("constant page of the same server (median / p95)", "%.1f / %.1f ms", constant.median(), constant.p95());
            row("home page beside the constant page (median)", "%.1f times", home.median() / constant.median());
        }
    }

    private void catalog() throws Exception {
        try (FullCatalog catalog = FullCatalog.open()) {
            for (FullCatalog.Look look : FullCatalog.LOOKS) {
                Latency latency = catalog.measure(look);
                row(look.words() + ", 200 people (median / p95)", "%.1f / %.1f ms", latency.median(), latency.p95());
            }
        }
    }

    private void row(String what, String format, Object... figures) {
        rows.add("| " + what + " | " + String.format(Locale.ROOT, format, figures) + " |");
    }

    private String table() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        return "%s, %d processors (%s), load average %.1f, Java %s%n%n| what | measured |%n| --- | --- |%n%s%n"
                .formatted(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES), machine.getAvailableProcessors(),
                        machine.getArch(),
                        machine.getSystemLoadAverage(), Runtime.version(), String.join(System.lineSeparator(), rows));
    }
}
