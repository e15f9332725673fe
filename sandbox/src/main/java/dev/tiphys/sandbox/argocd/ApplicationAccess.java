package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tiphys.sandbox.kube.WatchEvent;

/// Finds Applications for a caller by the rules that keep them hidden: without `project` everything that is missing or
/// forbidden looks the same.
record ApplicationAccess(ApplicationStore applications) {

    static final String RESOURCE = "applications";

    /// The Application, if the caller may do `action` with it.
    Application require(Call call, String name, String action, String project, String namespace) {
        if (!namespace.isEmpty() && !namespace.equals(Informer.NAMESPACE)) {
            throw GrpcException.unknown("namespace '" + namespace + "' is not permitted");
        }
        if (project.isEmpty()) {
            return hidden(call, name, action);
        }
        call.caller().demand(RESOURCE, action, project + "/" + name);
        return applications.find(name).filter(found -> found.project().equals(project))
                .orElseThrow(() -> GrpcException.notFound(RESOURCE + ".argoproj.io \"" + name + "\" not found"));
    }

    private Application hidden(Call call, String name, String action) {
        return applications.find(name)
                .filter(found -> call.caller().may(RESOURCE, action, object(found)))
                .orElseThrow(() -> GrpcException.denied("permission denied"));
    }

    /// With project and namespace from the query, as GET and DELETE have them.
    Application require(Call call, String action) {
        String project = call.projects().stream().findFirst().orElse("");
        return require(call, call.parameter("name"), action, project, call.query("appNamespace"));
    }

    /// With project and namespace from the body.
    Application require(Call call, Body body, String action) {
        return require(call, call.parameter("name"), action, body.text("project"), body.text("appNamespace"));
    }

    static String object(Application application) {
        return application.project() + "/" + application.name();
    }

    /// Waits until an Application satisfies `condition`, at most until the deadline of the call.
    Application await(Call call, String name, Predicate<Application> condition) throws InterruptedException {
        BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
        AutoCloseable subscription = applications.informer().subscribe(event -> {
            if (event.object().path("metadata").path("name").asString("").equals(name)) {
                events.add(event);
            }
        });
        try {
            while (true) {
                Optional<Application> present = applications.find(name);
                if (present.isEmpty()) {
                    throw GrpcException.notFound(RESOURCE + ".argoproj.io \"" + name + "\" not found");
                }
                if (condition.test(present.get())) {
                    return present.get();
                }
                pause(call, events);
            }
        } finally {
            close(subscription);
        }
    }

    private static void pause(Call call, BlockingQueue<WatchEvent> events) throws InterruptedException {
        Duration left = call.deadline().remaining();
        @Nullable
        WatchEvent event = events.poll(left.toNanos(), TimeUnit.NANOSECONDS);
        if (event == null) {
            call.deadline().check();
        }
    }

    static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("a subscription ends quietly", impossible);
        }
    }
}
