package dev.tiphys.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.tiphys.hostile.RawHttp.Reply;

/// One request that means harm.
///
/// @param headers complete lines
record Attack(String method, String target, String headers, byte[] body) {

    private static final int AT_ONCE = 4;

    static Attack get(String target, String... headers) {
        return new Attack("GET", target, lines(headers), new byte[0]);
    }

    static Attack post(String target, String type, String body) {
        return post(target, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Attack post(String target, String type, byte[] body) {
        return new Attack("POST", target, type.isEmpty() ? "" : "Content-Type: " + type + "\r\n", body);
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    @Override
    public String toString() {
        String text = method + " " + target + " | " + headers + "| " + new String(body, StandardCharsets.UTF_8);
        return text.length() > 300 ? text.substring(0, 300) + " …" : text;
    }

    /// Makes callers, one for each thread.
    interface Callers {

        Caller make() throws IOException;
    }

    /// Says of a reply what is wrong with it.
    interface Judge {

        List<String> complaints(Attack attack, Reply reply);
    }

    /// Sends all of them, several at once, and gives what is wrong with the answers.
    static List<String> sendAll(List<Attack> attacks, Callers callers, Judge judge) throws Exception {
        ConcurrentLinkedQueue<Attack> open = new ConcurrentLinkedQueue<>(attacks);
        ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
        Callable<Void> work = () -> {
            Caller caller = callers.make();
            for (Attack attack = open.poll(); attack != null; attack = open.poll()) {
                for (String complaint : judge.complaints(attack, attack.by(caller))) {
                    complaints.add(String.format(Locale.ROOT, "%s%n    %s", complaint, attack));
                }
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(work));
            }
            for (Future<Void> each : all) {
                each.get();
            }
        }
        return List.copyOf(complaints);
    }

    Reply by(Caller caller) throws IOException {
        return caller.send(method, target, headers, body);
    }
}
