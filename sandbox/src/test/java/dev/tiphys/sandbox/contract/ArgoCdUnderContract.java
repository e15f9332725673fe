package dev.tiphys.sandbox.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;

import dev.tiphys.sandbox.SandboxEndpoints;

/// The Argo CD that the suite holds to the contract: the sandbox's, or a live one named by `-Dlive.argocd.url`.
///
/// @param isLive whether it is somebody's real one
record ArgoCdUnderContract(Wire wire, String project, String application, boolean isLive) {

    static ArgoCdUnderContract find() {
        String url = System.getProperty("live.argocd.url", "");
        String named = System.getProperty("live.argocd.application", "");
        if (url.isEmpty()) {
            URI sandbox = ContractFleet.shared().endpoints().argoCdUrl();
            return new ArgoCdUnderContract(new Wire(sandbox, SandboxEndpoints.ARGOCD_TOKEN), "shop", "payments-dev",
                    false);
        }
        assumeTrue(named.contains("/"), "SKIPPED: name an application of the live Argo CD with"
                + " -Dlive.argocd.application=project/name");
        return new ArgoCdUnderContract(
                new Wire(URI.create(url.replaceAll("/+$", "")), System.getProperty("live.argocd.token", "")),
                named.substring(0, named.indexOf('/')), named.substring(named.indexOf('/') + 1), true);
    }

    /// Changes are made to a live one only with leave.
    ArgoCdUnderContract mutable() {
        assumeTrue(!isLive || Boolean.getBoolean("live.argocd.mutable"),
                "SKIPPED: allow changes to the named application with -Dlive.argocd.mutable=true");
        return this;
    }

    String path() {
        return "/api/v1/applications/" + application;
    }

    /// A path of the application with the query that names its project.
    String scoped(String rest) {
        return path() + rest + "?project=" + project;
    }

    /// The stream of this application alone.
    String stream() {
        return "/api/v1/stream/applications?projects=" + project + "&name=" + application;
    }
}
