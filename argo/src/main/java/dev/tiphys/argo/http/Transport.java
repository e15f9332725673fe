package dev.tiphys.argo.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.CallListener.Outcome;
import dev.tiphys.argo.RenewableToken;
import dev.tiphys.argo.json.JsonView;

/// Makes calls to one [Endpoint]. Only reads are repeated, twice at most, and only when no usable answer came.
public final class Transport {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final int READ_ATTEMPTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Endpoint endpoint;
    private final Failures failures;

    public Transport(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.failures = new Failures(endpoint.system());
    }

    public String system() {
        return endpoint.system();
    }

    /// Makes the call and reads the answer as JSON; an empty answer is an empty view.
    public JsonView send(Call call) {
        return send(call, (status, error) -> Optional.empty());
    }

    /// The same for calls whose refusals mean something of their own, told by the server's words alone.
    public JsonView send(Call call, Refusals refusals) {
        Backoff backoff = new Backoff(Duration.ofMillis(150), LONGEST_PAUSE);
        for (int attempt = 1;; attempt++) {
            try {
                return observed(call, () -> once(call, refusals));
            } catch (ArgoException.Unavailable e) {
                if (!call.isSafe() || attempt == READ_ATTEMPTS || Thread.currentThread().isInterrupted()
                        || !pause(backoff.next(), e)) {
                    throw e;
                }
            }
        }
    }

    /// Makes the call for its effect alone; whatever a success says is left unread.
    public void tell(Call call) {
        observed(call, () -> {
            admitted(call, (status, error) -> Optional.empty());
            return JsonView.EMPTY;
        });
    }

    /// Opens a stream of lines; waits for its head without a deadline, since servers send none before the first event.
    public LineStream open(Call call) {
        HttpRequest request = request(call, endpoint.token().get().strip());
        CompletableFuture<HttpResponse<InputStream>> answer = Shared.CLIENT.sendAsync(request,
                BodyHandlers.ofInputStream());
        return new LineStream(call, answer, failures);
    }

    private JsonView once(Call call, Refusals refusals) {
        String body = admitted(call, refusals);
        try {
            return body.isBlank() ? JsonView.EMPTY : JsonView.parse(body);
        } catch (IllegalArgumentException e) {
            throw failures.unreadable(call, e);
        }
    }

    // Whoever is refused as a stranger has done nothing yet, so with another token any call may be made again.
    private String admitted(Call call, Refusals refusals) {
        String token = endpoint.token().get().strip();
        try {
            return answered(call, token, refusals);
        } catch (ArgoException.Unauthenticated stranger) {
            if (!RenewableToken.renewed(endpoint.token(), token)) {
                throw stranger;
            }
            LOG.info("{} refused the token; there is another one by now", endpoint.system());
            return answered(call, endpoint.token().get().strip(), refusals);
        }
    }

    private String answered(Call call, String token, Refusals refusals) {
        HttpResponse<byte[]> answer = await(call, request(call, token));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() / 100 != 2) {
            throw refusals.recognise(answer.statusCode(), ErrorBody.read(body))
                    .orElseGet(() -> failures.of(call, answer.statusCode(), answer.headers(), body));
        }
        return body;
    }

    private HttpResponse<byte[]> await(Call call, HttpRequest request) {
        Duration deadline = call.deadline() != null ? call.deadline() : endpoint.deadline();
        CompletableFuture<HttpResponse<byte[]>> answer = Shared.CLIENT.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failures.late(call, deadline, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.unreachable(call, e);
        } catch (ExecutionException e) {
            throw failures.unreachable(call, e.getCause() == null ? e : e.getCause());
        }
    }

    private HttpRequest request(Call call, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.resolve(endpoint.base()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!call.isSafe()) {
            // Argo CD compares the whole value: with a charset it answers 415.
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach(request::setHeader);
        String body = call.body();
        return request.method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private JsonView observed(Call call, Exchange exchange) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.UNAVAILABLE;
        try {
            JsonView answer = exchange.run();
            outcome = Outcome.DONE;
            return answer;
        } catch (ArgoException e) {
            outcome = Outcome.of(e);
            throw e;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.debug("{}: {} {} in {} ms: {}", endpoint.system(), call.method(), call.operation(), took.toMillis(),
                    outcome);
            endpoint.listener().called(endpoint.system(), call.verb(), took, outcome);
        }
    }

    private static boolean pause(Duration drawn, ArgoException.Unavailable reason) {
        Duration asked = reason.retryAfter().orElse(drawn);
        if (asked.compareTo(LONGEST_PAUSE) > 0) {
            return false;
        }
        try {
            Thread.sleep(asked);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Knows the refusals of one call that the HTTP status does not tell.
    @FunctionalInterface
    public interface Refusals {
        Optional<ArgoException> recognise(int status, ErrorBody error);
    }

    private interface Exchange {
        JsonView run();
    }

    /// One client for all: it pools connections by origin and keeps no secret.
    private static final class Shared {
        static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /// Closes quietly: a stream that is given up has nothing more to say.
    static void close(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException e) {
            LOG.trace("closing a stream", e);
        }
    }
}
