package dev.tiphys.argo.cd;

/// One Argo CD.
public interface ArgoCd {

    /// Its name in the portal's configuration.
    String name();

    Applications applications();

    LiveResources resources();

    Clusters clusters();

    ApplicationSets applicationSets();
}
