package dev.tiphys.web;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

import dev.tiphys.argo.ArgoException;

/// Maps every exception to a failure, once for pages and JSON.
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    /// The class of SQL states for what is no value at all to PostgreSQL, such as a text with a NUL in it.
    private static final String NO_VALUE = "22";
    private static final String TAKEN = "23505";

    private Failures() {
    }

    static Failure of(Exception exception) {
        return switch (exception) {
            case Refusal refusal -> of(refusal);
            case ArgoException remote -> of(remote).withHint(remote.hint());
            case MethodArgumentNotValidException invalid -> of(invalid.getBindingResult());
            case BindException invalid -> of(invalid.getBindingResult());
            case MethodArgumentTypeMismatchException wrong -> Failure
                    .of(HttpStatus.UNPROCESSABLE_CONTENT, "This is no valid value of " + wrong.getName() + ".")
                    .withFields(Map.of(wrong.getName(), "This is no valid value."));
            case HttpMessageNotReadableException large when BodyLimit.TooLargeException.isCauseOf(large) ->
                BodyLimit.failure();
            case HttpMessageNotReadableException unreadable -> Failure.of(HttpStatus.BAD_REQUEST,
                    "The body cannot be read. It must be the JSON that the API description names.");
            case InvalidParameterException form ->
                Failure.of(HttpStatus.BAD_REQUEST, "The form cannot be read. Reload the page and send it again.");
            case MultipartException form ->
                Failure.of(HttpStatus.BAD_REQUEST, "The form cannot be read. Reload the page and send it again.");
            case ConversionNotSupportedException wrong ->
                Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, "A file was sent where a text is expected.");
            case DataIntegrityViolationException refused when stateOf(refused).startsWith(NO_VALUE) -> Failure.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "A value has characters or a size that cannot be kept.");
            case DataIntegrityViolationException refused when stateOf(refused).equals(TAKEN) -> meanwhile();
            case ConcurrencyFailureException lost -> meanwhile();
            case DataAccessResourceFailureException down -> database(down);
            case CannotCreateTransactionException down -> database(down);
            case ErrorResponse known -> Failure.of(known.getStatusCode(), detail(known));
            default -> unexpected(exception);
        };
    }

    private static Failure meanwhile() {
        return Failure.of(HttpStatus.CONFLICT,
                "Somebody else changed this at the same moment. Reload, look, and decide again.");
    }

    private static String stateOf(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
    }

    private static Failure of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotAllowed no -> Failure.of(HttpStatus.FORBIDDEN, no.reason());
            case Refusal.NotFound no -> Failure.of(HttpStatus.NOT_FOUND, no.reason());
            case Refusal.Conflict no -> Failure.of(HttpStatus.CONFLICT, no.reason());
            case Refusal.Invalid no -> Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, no.reason())
                    .withFields(no.fields());
        };
    }

    private static Failure of(ArgoException remote) {
        String words = String.valueOf(remote.getMessage());
        return switch (remote) {
            case ArgoException.NotFound no -> Failure.of(HttpStatus.NOT_FOUND, words);
            case ArgoException.Conflict no -> Failure.of(HttpStatus.CONFLICT, words);
            case ArgoException.Forbidden no -> Failure.of(HttpStatus.BAD_GATEWAY, words);
            case ArgoException.Unauthenticated no -> Failure.of(HttpStatus.BAD_GATEWAY, words);
            case ArgoException.Refused no -> Failure.of(HttpStatus.BAD_GATEWAY, words);
            case ArgoException.Unavailable no -> Failure.of(HttpStatus.SERVICE_UNAVAILABLE, words)
                    .retryAfter(no.retryAfter().orElse(null));
        };
    }

    private static Failure of(BindingResult result) {
        Map<String, String> fields = new TreeMap<>();
        for (FieldError error : result.getFieldErrors()) {
            String message = error.isBindingFailure()
                    ? "This is no valid value."
                    : String.valueOf(error.getDefaultMessage());
            fields.putIfAbsent(error.getField(), message);
        }
        result.getGlobalErrors()
                .forEach(error -> fields.putIfAbsent("", String.valueOf(error.getDefaultMessage())));
        return Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, "Some fields are not filled in as they must be.")
                .withFields(fields);
    }

    private static String detail(ErrorResponse known) {
        String detail = known.getBody().getDetail();
        if (known.getStatusCode().value() == HttpStatus.NOT_FOUND.value()) {
            return "There is nothing at this address.";
        }
        return detail == null ? "The request is not understood." : detail;
    }

    private static Failure database(Exception cause) {
        log.warn("The database does not answer", cause);
        return Failure.of(HttpStatus.SERVICE_UNAVAILABLE, "The portal's database does not answer. Nothing was changed.")
                .withHint("Try again in a moment; promotions under way go on without the portal.");
    }

    private static Failure unexpected(Exception cause) {
        log.error("A request failed unexpectedly", cause);
        return Failure.of(HttpStatus.INTERNAL_SERVER_ERROR,
                "The portal failed at this. The request id finds the cause in its log.");
    }
}
