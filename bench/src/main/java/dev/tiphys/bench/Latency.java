package dev.tiphys.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How long a page takes while a few browsers ask for it at once, in milliseconds.
record Latency(double median, double p95) {

    private static final int BROWSERS = 4;

    static Latency of(RunningPortal portal, String path, int times) throws InterruptedException, ExecutionException {
        try (ExecutorService browsers = Executors.newFixedThreadPool(BROWSERS)) {
            Callable<Double> one = () -> once(portal, path);
            double[] sorted = new double[times];
            int i = 0;
            for (Future<Double> each : browsers.invokeAll(IntStream.range(0, times).mapToObj(n -> one).toList())) {
                sorted[i++] = each.get();
            }
            Arrays.sort(sorted);
            return new Latency(sorted[times / 2], sorted[times * 95 / 100]);
        }
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
