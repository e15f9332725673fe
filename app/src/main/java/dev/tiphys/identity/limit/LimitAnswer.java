package dev.tiphys.identity.limit;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.identity.limit.LimitSettings.Kind;
import dev.tiphys.web.ErrorPage;
import dev.tiphys.web.Failure;

/// Says to a program or a person that they ask too much, and when to come back.
@Component
class LimitAnswer {

    private final ErrorPage pages;
    private final JsonMapper json;

    LimitAnswer(ErrorPage pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, Kind kind, Duration pause)
            throws IOException {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        Failure failure = new Failure(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.TOO_MANY_REQUESTS.getReasonPhrase(),
                "There were more requests of " + kind.words() + " than the portal answers in a minute.",
                "Try again in " + seconds + " s.", Map.of(), Duration.ofSeconds(seconds));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if (request.getRequestURI().startsWith("/api/")) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(failure.problem()));
        } else {
            pages.write(request, response, failure);
        }
    }
}
