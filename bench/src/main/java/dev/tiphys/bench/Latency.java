package dev.tiphys.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// How long a page takes while several people ask for it at once, in milliseconds.
record Latency(double median, double p95) {

    private static final int BROWSERS = 4;
    private static final int PEOPLE = 200;
    private static final double PAUSE_SECONDS = 10;

    static Latency of(RunningPortal portal, String path, int times) throws InterruptedException, ExecutionException {
        try (ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
            Callable<Double> one = () -> once(portal, path);
            return of(browsers.invokeAll(IntStream.range(0, times).mapToObj(n -> one).toList()));
        }
    }

    /// While a crowd looks at it: 200 people, each of whom asks again ten seconds after the last time, on the average.
    /// They come when they come, so a slow answer holds up nobody's question and is counted from when it was asked.
    static Latency ofCrowd(RunningPortal portal, String path, Duration span)
            throws InterruptedException, ExecutionException {
        Random chance = new Random(20);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> all = new ArrayList<>();
            long end = System.nanoTime() + span.toNanos();
            for (long next = System.nanoTime(); next < end; next += (long) (pause(chance) * 1e9)) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                all.add(people.submit(() -> once(portal, path)));
            }
            return of(all);
        }
    }

    // Between two questions of the crowd, in seconds: the law of people who know nothing of each other.
    private static double pause(Random chance) {
        return -Math.log(1 - chance.nextDouble()) * PAUSE_SECONDS / PEOPLE;
    }

    private static Latency of(List<Future<Double>> all) throws InterruptedException, ExecutionException {
        double[] sorted = new double[all.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = all.get(i).get();
        }
        Arrays.sort(sorted);
        return new Latency(sorted[sorted.length / 2], sorted[sorted.length * 95 / 100]);
    }

    private static double once(RunningPortal portal, String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = portal.get(path);
        if (answer.statusCode() != 200 || !answer.uri().getPath().equals(path.split("\\?", 2)[0])) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + " at " + answer.uri());
        }
        return (System.nanoTime() - begin) / 1e6;
    }
}
