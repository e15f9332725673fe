package dev.tiphys.argo.cd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.WatchPolicy;
import dev.tiphys.argo.http.StubServer;
import dev.tiphys.argo.http.StubServer.Answer;

class ApplicationWatchTest {

    private static final WatchPolicy QUICK = new WatchPolicy(Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofMinutes(5), Duration.ofMinutes(1));
    private static final String LIST = "{\"items\":[{\"metadata\":{\"name\":\"a\"},\"spec\":{\"project\":\"shop\"}}]}";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Test
    void listsThenFollowsThenListsAnewWhenTheStreamEnds() throws InterruptedException {
        try (StubServer server = StubServer.answering(asked -> asked.uri().contains("/stream/")
                ? Answer.ok(frame("MODIFIED", "b") + ":\n\n" + frame("DELETED", "a"))
                : Answer.ok(LIST)); Subscription watch = watch(server, QUICK)) {
            assertThat(watch).isNotNull();
            assertThat(take(4)).containsExactly("listed [a]", "changed b", "deleted a", "listed [a]");
            assertThat(server.asked().get(1).accept()).isEqualTo("text/event-stream");
            assertThat(server.asked().get(1).uri()).contains("fields=result.type%2Cresult.application.metadata.name");
        }
    }

    @Test
    void saysWhenTheSourceIsLostAndComesBackByItself() throws InterruptedException {
        AtomicInteger lists = new AtomicInteger();
        try (StubServer server = StubServer.answering(asked -> {
            if (asked.uri().contains("/stream/")) {
                return Answer.error(401, 16, "invalid session");
            }
            return lists.incrementAndGet() == 2 ? Answer.error(403, 7, "permission denied") : Answer.ok(LIST);
        }); Subscription watch = watch(server, QUICK)) {
            assertThat(watch).isNotNull();
            assertThat(take(4)).containsExactly("listed [a]", "interrupted Unauthenticated", "interrupted Forbidden",
                    "listed [a]");
        }
    }

    @Test
    void readsPlainLinesAndTakesAnErrorWithoutWordsForTheEnd() throws InterruptedException {
        try (StubServer server = StubServer.answering(asked -> asked.uri().contains("/stream/")
                ? Answer.ok(frame("ADDED", "c").substring("data: ".length()).strip() + "\n{}\n")
                : Answer.ok(LIST)); Subscription watch = watch(server, QUICK)) {
            assertThat(watch).isNotNull();
            assertThat(take(3)).containsExactly("listed [a]", "changed c", "listed [a]");
        }
    }

    @Test
    void listsAnewFromTimeToTimeWhileTheStreamIsQuiet() throws InterruptedException {
        WatchPolicy often = new WatchPolicy(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(60),
                Duration.ofMinutes(1));
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        try (StubServer server = StubServer.answering(asked -> {
            if (asked.uri().contains("/stream/")) {
                return hanging(never);
            }
            return Answer.ok(LIST);
        }); Subscription watch = watch(server, often)) {
            assertThat(watch).isNotNull();
            assertThat(take(3)).containsExactly("listed [a]", "listed [a]", "listed [a]");
            never.addAll(List.of("", "", "", "", ""));
        }
    }

    @Test
    void endsWhenClosed() throws InterruptedException {
        BlockingQueue<String> never = new LinkedBlockingQueue<>();
        try (StubServer server = StubServer
                .answering(asked -> asked.uri().contains("/stream/") ? hanging(never) : Answer.ok(LIST))) {
            Subscription watch = watch(server, QUICK);
            assertThat(take(1)).containsExactly("listed [a]");
            watch.close();
            never.add("");
            assertThat(heard.poll(150, TimeUnit.MILLISECONDS)).isNull();
        }
    }

    private Subscription watch(StubServer server, WatchPolicy policy) {
        return ArgoCdClient.connect(ArgoCdConnection.to("main", server.uri(), () -> "secret").withWatch(policy))
                .applications().watch("", new Ear());
    }

    private List<String> take(int count) throws InterruptedException {
        List<String> taken = new java.util.ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(String.valueOf(heard.poll(5, TimeUnit.SECONDS)));
        }
        return taken;
    }

    private static Answer hanging(BlockingQueue<String> until) {
        try {
            return Answer.ok(until.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.ok("");
        }
    }

    private static String frame(String type, String name) {
        return "data: {\"result\":{\"type\":\"" + type + "\",\"application\":{\"metadata\":{\"name\":\"" + name
                + "\"},\"spec\":{\"project\":\"shop\"}}}} \n\n\n";
    }

    private final class Ear implements ApplicationWatcher {

        @Override
        public void listed(List<ApplicationSummary> applications) {
            heard.add("listed " + applications.stream().map(application -> application.ref().name()).toList());
        }

        @Override
        public void changed(ApplicationSummary application) {
            heard.add("changed " + application.ref().name());
        }

        @Override
        public void deleted(ApplicationRef application) {
            heard.add("deleted " + application.name());
        }

        @Override
        public void interrupted(ArgoException reason) {
            heard.add("interrupted " + reason.getClass().getSimpleName());
        }
    }
}
