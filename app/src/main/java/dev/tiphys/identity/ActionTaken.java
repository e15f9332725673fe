package dev.tiphys.identity;

import org.jspecify.annotations.Nullable;

/// Somebody did something, or was refused, that must be on record. Publish it as an application event inside the
/// transaction of the deed: the audit log joins that transaction, so there is no deed without its entry.
///
/// The code is stable and dotted, such as `promotion.started`, and stands in the registry of docs/audit.md; the request
/// id is that of the current request unless another one is given.
public record ActionTaken(Actor by, String code, Outcome outcome, String targetKind, String targetId,
        @Nullable String from, @Nullable String to, @Nullable String reason, @Nullable String requestId,
        @Nullable String planHash, Concern concern) {

    /// How it ended.
    public enum Outcome {
        DONE, REFUSED, FAILED
    }

    /// Whom it concerns: people who may view the scope see the entry without the right to read the whole log.
    ///
    /// @param cluster where it took effect; null when that says nothing
    /// @param partOf the id of the larger thing it belongs to, such as the promotion of a target
    public record Concern(Scope scope, @Nullable String cluster, @Nullable String partOf) {

        static final Concern NOTHING = new Concern(Scope.portal(), null, null);
    }

    public static ActionTaken by(Actor actor, String code, String targetKind, String targetId) {
        return new ActionTaken(actor, code, Outcome.DONE, targetKind, targetId, null, null, null, null, null,
                Concern.NOTHING);
    }

    public static ActionTaken by(Person person, String code, String targetKind, String targetId) {
        return by(Actor.of(person), code, targetKind, targetId);
    }

    public ActionTaken refused(String why) {
        return ended(Outcome.REFUSED, why);
    }

    public ActionTaken failed(String why) {
        return ended(Outcome.FAILED, why);
    }

    private ActionTaken ended(Outcome end, String why) {
        return new ActionTaken(by, code, end, targetKind, targetId, from, to, why, requestId, planHash, concern);
    }

    public ActionTaken change(@Nullable String before, @Nullable String after) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, before, after, reason, requestId, planHash,
                concern);
    }

    public ActionTaken because(@Nullable String why) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, why, requestId, planHash, concern);
    }

    public ActionTaken during(@Nullable String request) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, reason, request, planHash, concern);
    }

    public ActionTaken underPlan(@Nullable String hash) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, reason, requestId, hash, concern);
    }

    /// The service, environment, team or provider that it touches.
    public ActionTaken about(Scope scope) {
        return concerning(new Concern(scope, concern.cluster(), concern.partOf()));
    }

    /// The cluster where it took effect.
    public ActionTaken on(@Nullable String cluster) {
        return concerning(new Concern(concern.scope(), cluster, concern.partOf()));
    }

    /// The id of the larger thing it belongs to.
    public ActionTaken partOf(@Nullable String whole) {
        return concerning(new Concern(concern.scope(), concern.cluster(), whole));
    }

    private ActionTaken concerning(Concern other) {
        return new ActionTaken(by, code, outcome, targetKind, targetId, from, to, reason, requestId, planHash, other);
    }
}
