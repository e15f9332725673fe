package dev.tiphys.argo.hub;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.tiphys.argo.CallListener;

/// What it takes to reach the hub's Kubernetes API.
///
/// @param uri the base of the API, such as `https://kubernetes.default.svc`
/// @param token gives the bearer token, asked before each call
/// @param caFile a PEM file with the certificate authority; empty for Java's own trust store
public record HubConnection(String name, URI uri, Supplier<String> token, String caFile, Duration deadline,
        CallListener listener) {

    public static HubConnection to(String name, URI uri, Supplier<String> token) {
        return new HubConnection(name, uri, token, "", Duration.ofSeconds(20), CallListener.NONE);
    }

    public HubConnection withCaFile(String file) {
        return new HubConnection(name, uri, token, file, deadline, listener);
    }

    public HubConnection withDeadline(Duration longest) {
        return new HubConnection(name, uri, token, caFile, longest, listener);
    }

    public HubConnection withListener(CallListener heard) {
        return new HubConnection(name, uri, token, caFile, deadline, heard);
    }
}
