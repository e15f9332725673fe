package dev.tiphys.identity;

import org.jspecify.annotations.Nullable;

/// Somebody did something, or was refused, that must be on record. Publish it as an application event inside the
/// transaction of the deed: the audit log joins that transaction, so there is no deed without its entry.
///
/// The code is stable and dotted, such as `promotion.started`; the request id is that of the current request unless
/// another one is given.
public record ActionTaken(Actor by, String code, Outcome outcome, String targetKind, String targetId,
        @Nullable String from, @Nullable String to, @Nullable String reason, @Nullable String requestId,
        @Nullable String planHash) {

    /// How it ended.
    public enum Outcome {
        DONE, REFUSED, FAILED
    }

    public static ActionTaken by(Actor actor, String code, String targetKind, String targetId) {
        return new ActionTaken(actor, code, Outcome.DONE, targetKind, targetId, null, null, null, null, null);
    }

    public static ActionTaken by(Person person, String code, String targetKind, String targetId) {
        return by(Actor.of(person), code, targetKind, targetId);
    }

    public ActionTaken refused(String why) {
        return new ActionTaken(by, code, Outcome.REFUSED, targetKind, targetId, from, to, why, requestId, planHash);
    }

    public ActionTaken failed(String why) {
        return new ActionTaken(by, code, Outcome.FAILED, targetKind, targetId, from, to, why, requestId, planHash);
    }

    public ActionTaken change(@Nullable String before, @Nullable String after) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, before, after, reason, requestId, planHash);
    }

    public ActionTaken because(@Nullable String why) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, why, requestId, planHash);
    }

    public ActionTaken during(@Nullable String request) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, reason, request, planHash);
    }

    public ActionTaken underPlan(@Nullable String hash) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, reason, requestId, hash);
    }
}
