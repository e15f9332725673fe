package dev.tiphys.argo.cd;

import java.util.List;

import dev.tiphys.argo.ArgoException;

/// Hears what [Applications#watch] sees.
public interface ApplicationWatcher {

    /// The whole truth of this moment: whatever is not in it is gone.
    void listed(List<ApplicationSummary> applications);

    void changed(ApplicationSummary application);

    void deleted(ApplicationRef application);

    /// The source cannot be reached or refuses; what was heard before grows old. [#listed] ends this state.
    void interrupted(ArgoException reason);
}
