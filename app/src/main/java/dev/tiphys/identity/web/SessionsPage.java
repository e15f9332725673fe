package dev.tiphys.identity.web;

import java.time.Instant;
import java.util.List;

import dev.tiphys.identity.SignedInSession;
import dev.tiphys.web.Age;

/// The page with one's sessions, or with everybody's.
record SessionsPage(boolean all, boolean mayAll, boolean others, List<Row> rows) {

    SessionsPage {
        rows = List.copyOf(rows);
    }

    /// One of them.
    record Row(String person, String browser, String address, Age started, Age seen, String ends, boolean current,
            String endAddress) {}

    static SessionsPage of(List<SignedInSession> sessions, boolean all, boolean mayAll, Instant now) {
        boolean others = !all && sessions.stream().anyMatch(session -> !session.current());
        return new SessionsPage(all, mayAll, others, sessions.stream().map(session -> row(session, all, now)).toList());
    }

    private static Row row(SignedInSession session, boolean all, Instant now) {
        String end = SessionsController.PATH + "/" + session.id() + "/end" + (all ? "?all=true" : "");
        return new Row(session.name(), session.browser(), session.address(), Age.of(session.startedAt(), now),
                Age.of(session.lastSeenAt(), now), Age.words(java.time.Duration.between(now, session.endsAt())),
                session.current(), end);
    }
}
