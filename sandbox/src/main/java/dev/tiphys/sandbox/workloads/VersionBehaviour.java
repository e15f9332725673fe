package dev.tiphys.sandbox.workloads;

/// What becomes of a version once it is deployed.
@FunctionalInterface
public interface VersionBehaviour {

    Fate of(String version);

    /// The name tells: `*-broken`, `*-slow` and `*-failing` do what they say, all others are fine.
    static VersionBehaviour byName() {
        return version -> {
            if (version.endsWith("-broken")) {
                return Fate.BROKEN;
            }
            if (version.endsWith("-slow")) {
                return Fate.SLOW;
            }
            return version.endsWith("-failing") ? Fate.FAILING : Fate.FINE;
        };
    }

    /// The fates a version can have.
    enum Fate {
        /// Its pods start and its analysis succeeds.
        FINE,
        /// Its pods take long to start.
        SLOW,
        /// Its pods never become ready.
        BROKEN,
        /// Its pods start, but its analysis fails.
        FAILING
    }
}
