package dev.tiphys.sandbox.control;

import java.time.Duration;

/// What an HTTP fault does to the requests that it meets.
sealed interface Effect {

    /// Another answer in the place of the right one.
    record Answer(int status) implements Effect {

        public Answer {
            if (status < 400 || status > 599) {
                throw new IllegalArgumentException("status must be one of an error, 400 to 599, not " + status);
            }
        }
    }

    /// The right answer, later. Measured by the wall clock, as the deadlines of clients are.
    record Delay(Duration latency) implements Effect {}

    /// The connection is closed without an answer.
    record HangUp() implements Effect {}

    /// The request is carried out, and the answer to it is lost.
    record LoseAnswer() implements Effect {}

    /// Streams stay open, but what happens meanwhile is not told.
    record LoseEvents() implements Effect {}
}
