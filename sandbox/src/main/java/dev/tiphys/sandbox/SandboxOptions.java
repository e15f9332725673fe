package dev.tiphys.sandbox;

import java.net.InetAddress;
import java.net.URI;

/// How a sandbox is started.
///
/// @param address what it binds; loopback unless told otherwise
/// @param port 0 takes a free one
/// @param fleet the name of a fleet, such as `demo`
/// @param speed how fast its time runs beside the wall clock; 0 stands still
/// @param seed the same seed gives the same names and course of events
/// @param portalUrl where people and Slack reach the portal; more can be added later
public record SandboxOptions(InetAddress address, int port, String fleet, double speed, long seed, URI portalUrl) {

    /// The demo fleet on a free loopback port, at the pace of the wall clock, for a portal on port 8080.
    public static SandboxOptions defaults() {
        return new SandboxOptions(InetAddress.getLoopbackAddress(), 0, "demo", 1, 42,
                URI.create("http://localhost:8080"));
    }

    public SandboxOptions onAddress(InetAddress changed) {
        return new SandboxOptions(changed, port, fleet, speed, seed, portalUrl);
    }

    public SandboxOptions onPort(int changed) {
        return new SandboxOptions(address, changed, fleet, speed, seed, portalUrl);
    }

    public SandboxOptions withFleet(String changed) {
        return new SandboxOptions(address, port, changed, speed, seed, portalUrl);
    }

    public SandboxOptions atSpeed(double changed) {
        return new SandboxOptions(address, port, fleet, changed, seed, portalUrl);
    }

    public SandboxOptions withSeed(long changed) {
        return new SandboxOptions(address, port, fleet, speed, changed, portalUrl);
    }

    public SandboxOptions forPortal(URI changed) {
        return new SandboxOptions(address, port, fleet, speed, seed, changed);
    }
}
