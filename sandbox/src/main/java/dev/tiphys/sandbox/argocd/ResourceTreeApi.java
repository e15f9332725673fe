package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// The resource tree, once and as a stream.
final class ResourceTreeApi {

    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private final ApplicationAccess access;
    private final LiveObjects live;

    ResourceTreeApi(ApplicationAccess access, LiveObjects live) {
        this.access = access;
        this.live = live;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applications/{name}/resource-tree", this::tree)
                .stream("/v1/stream/applications/{name}/resource-tree", this::watch);
    }

    private void tree(Call call) throws IOException, InterruptedException {
        Application application = access.require(call, "get");
        if (!application.json().path("status").has("reconciledAt")) {
            application = compareFirst(call, application);
        }
        for (JsonNode condition : application.json().path("status").path("conditions")) {
            String type = condition.path("type").asString("");
            if (type.equals("ComparisonError") || type.equals("InvalidSpecError")) {
                throw GrpcException.unknown(type + ": " + condition.path("message").asString(""));
            }
        }
        call.answer(ResourceTree.of(application, live.of(application.name())));
    }

    // Nothing is cached before the first comparison, so the server asks for one and waits.
    private Application compareFirst(Call call, Application application) throws InterruptedException {
        access.applications().change(application.name(), json -> ObjectMeta.of(json)
                .withObjectProperty("annotations").put(Application.REFRESH, "normal"));
        return access.await(call, application.name(), found -> !found.hasAnnotation(Application.REFRESH));
    }

    // There is no snapshot at the beginning: the first tree comes with the first change.
    private void watch(Call call) throws IOException, InterruptedException {
        Application application = access.require(call, "get");
        BlockingQueue<String> changes = new LinkedBlockingQueue<>();
        AutoCloseable subscription = live.onChange(name -> {
            if (name.equals(application.name())) {
                changes.add(name);
            }
        });
        try (StreamWriter writer = new StreamWriter(call)) {
            while (access.applications().find(application.name()).isPresent()) {
                @Nullable
                String change = changes.poll(Math.min(KEEP_ALIVE_MILLIS,
                        call.deadline().remaining().toMillis() + 1), TimeUnit.MILLISECONDS);
                if (change == null) {
                    call.deadline().check();
                    writer.keepAlive();
                } else {
                    changes.clear();
                    writer.write(JsonNodeFactory.instance.objectNode().set("result",
                            ResourceTree.of(application, live.of(application.name()))));
                }
            }
        } finally {
            ApplicationAccess.close(subscription);
        }
    }
}
