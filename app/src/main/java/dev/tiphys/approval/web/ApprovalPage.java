package dev.tiphys.approval.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Status;

/// One request with all that is needed to decide it.
///
/// @param subject address of what it is about
/// @param missing what the quorum still needs; empty once it has ended
/// @param who may decide, in words, and why the person who looks may not
/// @param decide null for a person who may not
/// @param question what the requester was asked and has not answered; empty when nothing
/// @param answer address to answer it; null for everybody but the requester
/// @param glass null for a person who may not open it alone
/// @param review null unless the person who looks can be the second one
/// @param owed what has to be reviewed still; null when nothing
/// @param error why the last word was refused; empty when none was
/// @param live the topics that change this page
record ApprovalPage(String href, String title, Status status, String requester, Age age, String left, String policy,
        String planHash, String subject, String missing, String risk, String who, @Nullable Decide decide,
        @Nullable Talk talk, String question, @Nullable String answer, @Nullable String glass,
        @Nullable String review, @Nullable Owed owed, List<Change> changes, List<Event> history, String error,
        String live) {

    public String shortHash() {
        return planHash.length() > 7 ? planHash.substring(0, 7) : planHash;
    }

    /// The decision, with its consequences.
    record Decide(String action, String approve, String reject, boolean reasonRequired) {}

    /// Taking it, giving it back, asking the requester; null where that is not for this person.
    record Talk(@Nullable String take, @Nullable String release, String ask, boolean over) {}

    /// A review that is owed.
    record Owed(String css, String sentence) {}

    /// What would change.
    ///
    /// @param compare where the difference can be read; null when that is not known
    record Change(String what, String from, String to, @Nullable String compare) {}

    /// What happened.
    record Event(Age age, String clock, String who, String via, Status status, String words) {}
}
