package dev.tiphys.sandbox.argocd;

import java.util.HashMap;
import java.util.Map;

/// The controller's operation loop: picks up requested operations late, runs each to its end, heeds terminations. Lives
/// on the clock's thread.
final class Operations {

    private final SyncContext context;
    private final Map<String, SyncRun> running = new HashMap<>();

    Operations(SyncContext context) {
        this.context = context;
    }

    /// Looks at each version of an Application in its order.
    void observe(Application application) {
        String name = application.name();
        if (!application.hasOperation()) {
            running.remove(name);
            return;
        }
        SyncRun run = running.get(name);
        if (run == null) {
            SyncRun requested = new SyncRun(name, context, this::isCurrent);
            running.put(name, requested);
            requested.schedule(context.timings().pickUp(), requested::pickUp);
        } else if (application.operationPhase().equals("Terminating")) {
            run.terminate();
        }
    }

    void forget(String name) {
        running.remove(name);
    }

    private boolean isCurrent(SyncRun run) {
        return running.get(run.name()) == run;
    }
}
