package dev.tiphys.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Answers a failure in the language of the request: a problem for the JSON API, a page with the frame for people.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorAdvice {

    private final ErrorPage pages;

    ErrorAdvice(ErrorPage pages) {
        this.pages = pages;
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException exception) {
        throw exception;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void browserWentAway() {
        // Nobody is left to read an answer.
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    Object failed(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        Failure failure = Failures.of(exception);
        return Dialect.of(request) == Dialect.JSON ? problem(failure) : pages.of(failure, request, response);
    }

    private static ResponseEntity<Object> problem(Failure failure) {
        var answer = ResponseEntity.status(failure.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(failure.retryAfter().toSeconds()));
        }
        return answer.body(failure.problem());
    }
}
