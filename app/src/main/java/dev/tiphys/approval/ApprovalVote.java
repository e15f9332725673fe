package dev.tiphys.approval;

import java.time.Instant;

import jakarta.persistence.Embeddable;

/// One person's yes as it is kept.
///
/// @param countsFor the required groups it may stand for, a line each
/// @param forName whom a substitute stood for; empty for a word of one's own
@Embeddable
record ApprovalVote(String person, String name, String countsFor, String forName, Instant at) {}
