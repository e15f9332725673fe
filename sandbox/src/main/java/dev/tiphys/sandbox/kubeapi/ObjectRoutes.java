package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;

/// Which verb a request on an object or a collection means.
final class ObjectRoutes {

    private final ObjectReads reads;
    private final ObjectWatches watches;
    private final ObjectWrites writes;
    private final ObjectDeletions deletions;

    ObjectRoutes(World world) {
        this.reads = new ObjectReads(world);
        this.watches = new ObjectWatches(world);
        this.writes = new ObjectWrites(world);
        this.deletions = new ObjectDeletions(world);
    }

    void serve(Request request, ApiPath path) throws IOException, InterruptedException {
        if (!path.subresource().isEmpty()
                && !(path.subresource().equals("status") && path.kind().statusSubresource())) {
            throw ApiRefusal.notFound();
        }
        if (path.isCollection()) {
            serveCollection(request, path);
        } else {
            serveObject(request, path);
        }
    }

    private void serveCollection(Request request, ApiPath path) throws IOException, InterruptedException {
        switch (request.method()) {
            case "GET" -> {
                if (isWatch(request)) {
                    watches.watch(request, path);
                } else {
                    reads.list(request, path);
                }
            }
            case "POST" -> writes.create(request, path);
            case "DELETE" -> deletions.deleteAll(request, path);
            default -> throw ApiRefusal.methodNotAllowed();
        }
    }

    private static boolean isWatch(Request request) {
        String watch = request.query("watch").orElse("false");
        return watch.equals("true") || watch.equals("1");
    }

    private void serveObject(Request request, ApiPath path) throws IOException {
        switch (request.method()) {
            case "GET" -> reads.get(request, path);
            case "PUT" -> writes.replace(request, path);
            case "PATCH" -> writes.patch(request, path);
            case "DELETE" -> {
                if (!path.subresource().isEmpty()) {
                    throw ApiRefusal.methodNotAllowed();
                }
                deletions.delete(request, path);
            }
            default -> throw ApiRefusal.methodNotAllowed();
        }
    }
}
