package dev.tiphys.argo.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.tiphys.argo.CallListener;

/// A remote system to talk to.
///
/// @param system its name in errors, logs and metrics, such as `argocd main`
/// @param base the root that every call's path is appended to
/// @param token asked before each call; an empty one sends no header
/// @param deadline for one call, streams excepted
public record Endpoint(String system, URI base, Supplier<String> token, Duration deadline, CallListener listener) {

    public Endpoint {
        if (base.getScheme() == null || !base.getScheme().startsWith("http") || base.getHost() == null) {
            throw new IllegalArgumentException(
                    system + ": the address must look like https://argocd.example.org, not '" + base + "'");
        }
    }
}
