package dev.tiphys.sandbox.fleet;

/// What the pods of a promotion are given to reach the other systems.
///
/// @param argoCdServer the address of Argo CD
/// @param argoCdToken the token that they show there
/// @param eventsUrl the webhook that hears of a promotion's end
/// @param providerApi the address of the providers' systems
/// @param providerToken the token that their workflows show there
public record FleetAccess(String argoCdServer, String argoCdToken, String eventsUrl, String providerApi,
        String providerToken) {}
