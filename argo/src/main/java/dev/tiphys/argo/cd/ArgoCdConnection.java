package dev.tiphys.argo.cd;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.tiphys.argo.CallListener;
import dev.tiphys.argo.WatchPolicy;

/// What it takes to reach one Argo CD.
///
/// @param name its name in the configuration, for errors and metrics
/// @param uri its root, with the path prefix where it has one (`--rootpath`)
/// @param token gives the bearer token, asked before each call, so that a mounted Secret may change
/// @param deadline for one call, streams excepted
public record ArgoCdConnection(String name, URI uri, Supplier<String> token, Duration deadline, WatchPolicy watch,
        CallListener listener) {

    public static ArgoCdConnection to(String name, URI uri, Supplier<String> token) {
        return new ArgoCdConnection(name, uri, token, Duration.ofSeconds(20), WatchPolicy.DEFAULT, CallListener.NONE);
    }

    public ArgoCdConnection withDeadline(Duration longest) {
        return new ArgoCdConnection(name, uri, token, longest, watch, listener);
    }

    public ArgoCdConnection withWatch(WatchPolicy policy) {
        return new ArgoCdConnection(name, uri, token, deadline, policy, listener);
    }

    public ArgoCdConnection withListener(CallListener heard) {
        return new ArgoCdConnection(name, uri, token, deadline, watch, heard);
    }
}
