package dev.tiphys.sandbox.fleet;

/// What the pods of a promotion are given to reach the other systems.
///
/// @param argoCdServer the address of Argo CD
/// @param argoCdToken the token that they show there
/// @param eventsUrl the webhook that hears of a promotion's end
public record FleetAccess(String argoCdServer, String argoCdToken, String eventsUrl) {}
