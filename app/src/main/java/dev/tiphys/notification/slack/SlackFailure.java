package dev.tiphys.notification.slack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.slack.api.methods.SlackApiException;

/// A call that Slack did not answer, or answered with no. It never decides anything: what was to be said is said later.
final class SlackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<String> UNCLEAR = Set.of("internal_error", "fatal_error", "service_unavailable",
            "request_timeout");
    private static final Set<String> MESSAGE_IS_GONE = Set.of("message_not_found", "cant_update_message",
            "edit_window_closed", "thread_not_found");
    private static final Set<String> PASSING = Set.of("ratelimited", "rate_limited", "internal_error", "fatal_error",
            "service_unavailable", "request_timeout", "team_added_to_org");

    private final String word;
    private final boolean doubtful;
    private final boolean passing;
    private final transient Optional<Duration> retryAfter;

    private SlackFailure(String word, boolean doubtful, boolean passing, Optional<Duration> retryAfter) {
        super("Slack: " + word);
        this.word = word;
        this.doubtful = doubtful;
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    static SlackFailure refused(String word) {
        return new SlackFailure(word, UNCLEAR.contains(word), PASSING.contains(word), Optional.empty());
    }

    static SlackFailure of(SlackApiException answer) {
        int status = answer.getResponse().code();
        Optional<Duration> wait = Optional.ofNullable(answer.getResponse().header("Retry-After"))
                .filter(seconds -> seconds.matches("\\d{1,5}")).map(Long::parseLong).map(Duration::ofSeconds);
        return new SlackFailure(status == 429 ? "ratelimited" : "HTTP " + status, status >= 500,
                status == 429 || status >= 500, wait);
    }

    static SlackFailure away(IOException failure) {
        boolean unsent = failure instanceof ConnectException || failure instanceof UnknownHostException;
        SlackFailure away = new SlackFailure("not reachable", !unsent, true, Optional.empty());
        away.initCause(failure);
        return away;
    }

    /// Slack's word for it, or ours.
    String word() {
        return word;
    }

    /// Whether Slack may have done it all the same.
    boolean isDoubtful() {
        return doubtful;
    }

    /// Whether it goes away by itself; otherwise somebody has to change something.
    boolean isPassing() {
        return passing;
    }

    boolean tellsThatTheMessageIsGone() {
        return MESSAGE_IS_GONE.contains(word);
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
