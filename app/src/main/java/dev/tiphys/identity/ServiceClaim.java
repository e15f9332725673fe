package dev.tiphys.identity;

/// Whether an Application may count as part of the service that its labels claim.
///
/// @param team who owns it there, by configuration and never by label; empty when the claim is not trusted
/// @param distrust why it is not trusted, in words that continue a sentence; empty when it is
public record ServiceClaim(String team, String distrust) {

    public static ServiceClaim trusted(String team) {
        return new ServiceClaim(team, "");
    }

    public static ServiceClaim refused(String why) {
        return new ServiceClaim("", why);
    }

    public boolean isTrusted() {
        return distrust.isEmpty();
    }
}
