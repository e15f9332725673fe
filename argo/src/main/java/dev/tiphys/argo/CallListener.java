package dev.tiphys.argo;

import java.time.Duration;

/// Hears of every remote call when it has ended, so that an application can count and time them.
@FunctionalInterface
public interface CallListener {

    CallListener NONE = (system, verb, duration, outcome) -> {
    };

    /// @param system the remote system's configured name
    /// @param verb what was asked, without names of objects (`list applications`), so that it can be a metric's tag
    void called(String system, String verb, Duration duration, Outcome outcome);

    /// How a call ended, as the types of [ArgoException] tell it.
    enum Outcome {
        DONE, NOT_FOUND, FORBIDDEN, UNAUTHENTICATED, CONFLICT, REFUSED, UNAVAILABLE;

        public static Outcome of(ArgoException failure) {
            return switch (failure) {
                case ArgoException.NotFound ignored -> NOT_FOUND;
                case ArgoException.Forbidden ignored -> FORBIDDEN;
                case ArgoException.Unauthenticated ignored -> UNAUTHENTICATED;
                case ArgoException.Conflict ignored -> CONFLICT;
                case ArgoException.Refused ignored -> REFUSED;
                case ArgoException.Unavailable ignored -> UNAVAILABLE;
            };
        }
    }
}
