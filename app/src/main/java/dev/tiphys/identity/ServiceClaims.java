package dev.tiphys.identity;

/// Judges what the labels of an Application claim by what configuration ties to teams. The answer changes with the
/// policy, which [PolicyChanged] tells.
@FunctionalInterface
public interface ServiceClaims {

    ServiceClaim judge(String argoCd, String project, String service);
}
