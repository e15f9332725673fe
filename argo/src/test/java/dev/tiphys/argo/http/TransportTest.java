package dev.tiphys.argo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.CallListener;
import dev.tiphys.argo.RenewableToken;
import dev.tiphys.argo.http.StubServer.Answer;

class TransportTest {

    private static final Call READ = Call.get("list things", "of shop", "api", "v1", "things");
    private static final Call WRITE = Call.of("POST", "make thing", "a b/c", "api", "things", "a b/c").withBody("{}");

    @ParameterizedTest
    @CsvSource({"400,9,another operation is already in progress,Conflict",
            "400,9,application is deleting,Refused", "400,3,application spec is invalid,Refused",
            "401,16,no session information,Unauthenticated", "403,7,permission denied,Forbidden",
            "404,5,not found,NotFound", "409,6,already exists,Conflict", "409,10,conflict,Conflict",
            "415,0,Invalid content type,Refused", "429,8,too large,Unavailable", "500,2,broken,Unavailable",
            "500,13,panic,Unavailable", "501,12,Not Implemented,Refused", "503,14,no repo server,Unavailable",
            "504,4,too late,Unavailable"})
    void tellsErrorsByType(int status, int code, String words, String type) {
        try (StubServer server = StubServer.answering(asked -> Answer.error(status, code, words))) {
            assertThatThrownBy(() -> transport(server, CallListener.NONE).send(WRITE)).hasMessageContaining(words)
                    .isInstanceOfSatisfying(ArgoException.class, failure -> {
                        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
                        assertThat(failure.system()).isEqualTo("argocd main");
                        assertThat(failure.operation()).isEqualTo("make thing a b/c");
                        assertThat(failure.hint()).isNotBlank();
                    });
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void readsErrorsInTheShapeOfStreamsAndPlainText() {
        try (StubServer server = StubServer.answering(asked -> new Answer(401,
                "{\"error\":{\"grpc_code\":16,\"http_code\":401,\"message\":\"invalid session\"}}", List.of()))) {
            assertThatExceptionOfType(ArgoException.Unauthenticated.class)
                    .isThrownBy(() -> transport(server, CallListener.NONE).send(READ))
                    .withMessageContaining("invalid session");
        }
        try (StubServer server = StubServer.answering(asked -> new Answer(404, "Not Found\n", List.of()))) {
            assertThatExceptionOfType(ArgoException.NotFound.class)
                    .isThrownBy(() -> transport(server, CallListener.NONE).send(READ))
                    .withMessageEndingWith(": Not Found");
        }
    }

    @Test
    void sendsTheContentTypeExactlyAndTheTokenOfTheMoment() {
        AtomicInteger version = new AtomicInteger();
        try (StubServer server = StubServer.answering(asked -> Answer.ok("{}"))) {
            Transport transport = new Transport(new Endpoint("argocd main", server.uri(),
                    () -> "token-" + version.incrementAndGet() + "\n", Duration.ofSeconds(5), CallListener.NONE));
            transport.send(WRITE);
            assertThat(server.last().contentType()).isEqualTo("application/json");
            assertThat(server.last().authorization()).isEqualTo("Bearer token-1");
            assertThat(server.last().uri()).isEqualTo("/argo/api/things/a%20b%2Fc");
            transport.send(READ.with("selector", "a in (b,c)").with("group", ""));
            assertThat(server.last().contentType()).isEmpty();
            assertThat(server.last().authorization()).isEqualTo("Bearer token-2");
            assertThat(server.last().uri()).isEqualTo("/argo/api/v1/things?selector=a%20in%20%28b%2Cc%29&group=");
        }
    }

    @Test
    void asksOnceMoreWithTheTokenOfNowWhenTheFormerIsRefused() {
        try (StubServer server = StubServer.answering(asked -> asked.authorization().equals("Bearer new")
                ? Answer.ok("{\"made\":\"yes\"}")
                : Answer.error(401, 16, "token is expired"))) {
            Rotating token = new Rotating();
            Transport transport = new Transport(new Endpoint("argocd main", server.uri(), token, Duration.ofSeconds(5),
                    CallListener.NONE));

            assertThat(transport.send(WRITE).text("made")).isEqualTo("yes");
            assertThat(server.asked()).extracting(StubServer.Asked::authorization).containsExactly("Bearer old",
                    "Bearer new");
        }
    }

    @Test
    void asksOnlyOnceWhenThereIsNoOtherToken() {
        try (StubServer server = StubServer.answering(asked -> Answer.error(401, 16, "token is expired"))) {
            Rotating token = new Rotating();
            Transport transport = new Transport(new Endpoint("argocd main", server.uri(), token, Duration.ofSeconds(5),
                    CallListener.NONE));

            assertThatThrownBy(() -> transport.send(WRITE)).isInstanceOf(ArgoException.Unauthenticated.class);
            assertThatThrownBy(() -> transport.send(WRITE)).isInstanceOf(ArgoException.Unauthenticated.class);
            assertThat(server.asked()).hasSize(3);
        }
    }

    /// Its new value is found only when somebody looks again.
    private static final class Rotating implements RenewableToken {

        private String token = "old";

        @Override
        public String get() {
            return token;
        }

        @Override
        public boolean renewed(String refused) {
            token = "new";
            return !token.equals(refused);
        }
    }

    @Test
    void repeatsAReadUntilItsThirdFailure() {
        AtomicInteger calls = new AtomicInteger();
        try (StubServer server = StubServer.answering(
                asked -> calls.incrementAndGet() < 3 ? Answer.error(503, 14, "not yet") : Answer.ok("{\"a\":1}"))) {
            assertThat(transport(server, CallListener.NONE).send(READ).number(0, "a")).isEqualTo(1);
        }
        try (StubServer server = StubServer.answering(asked -> Answer.error(503, 14, "never"))) {
            assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(() -> transport(server, CallListener.NONE).send(READ));
            assertThat(server.asked()).hasSize(3);
        }
    }

    @Test
    void leavesAServerAloneThatAsksForMoreTimeThanACallHas() {
        try (StubServer server = StubServer
                .answering(asked -> Answer.error(429, 8, "slow down").with("Retry-After: 30"))) {
            assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(() -> transport(server, CallListener.NONE).send(READ))
                    .satisfies(failure -> assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(30)));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void givesUpAtTheDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        try (StubServer server = StubServer.answering(asked -> {
            await(never);
            return Answer.ok("{}");
        })) {
            assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(
                            () -> transport(server, CallListener.NONE).send(WRITE.withDeadline(Duration.ofMillis(50))))
                    .withMessageContaining("no answer within 50 ms");
            never.countDown();
        }
    }

    @Test
    void callsAnAnswerThatIsNoJsonUnavailable() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok("<html>login</html>"))) {
            assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(() -> transport(server, CallListener.NONE).send(WRITE))
                    .withMessageContaining("not JSON");
        }
    }

    @Test
    void cannotReachAServerThatIsNotThere() {
        StubServer server = StubServer.answering(asked -> Answer.ok("{}"));
        Transport transport = transport(server, CallListener.NONE);
        server.close();
        assertThatExceptionOfType(ArgoException.Unavailable.class).isThrownBy(() -> transport.send(WRITE))
                .withMessageContaining("cannot connect");
    }

    @Test
    void tellsTheListenerOfEachCall() {
        List<String> heard = new ArrayList<>();
        CallListener listener = (system, verb, took, outcome) -> heard.add(system + "/" + verb + "/" + outcome);
        try (StubServer server = StubServer.answering(
                asked -> asked.method().equals("GET") ? Answer.ok("") : Answer.error(404, 5, "gone"))) {
            Transport transport = transport(server, listener);
            transport.send(READ);
            assertThatExceptionOfType(ArgoException.NotFound.class).isThrownBy(() -> transport.send(WRITE));
        }
        assertThat(heard).containsExactly("argocd main/list things/DONE", "argocd main/make thing/NOT_FOUND");
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        try (StubServer server = StubServer.answering(asked -> {
            arrived.countDown();
            await(never);
            return Answer.ok("{}");
        })) {
            Transport transport = transport(server, CallListener.NONE);
            Thread caller = Thread.ofVirtual().start(() -> assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(() -> transport.send(READ)));
            arrived.await();
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
            never.countDown();
        }
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> new Endpoint("argocd main", java.net.URI.create("argocd.example.org"), () -> "",
                Duration.ofSeconds(1), CallListener.NONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must look like https://");
    }

    private static Transport transport(StubServer server, CallListener listener) {
        return new Transport(
                new Endpoint("argocd main", server.uri(), () -> "secret", Duration.ofSeconds(5), listener));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
