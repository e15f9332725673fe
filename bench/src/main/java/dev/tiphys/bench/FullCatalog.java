package dev.tiphys.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.tiphys.sandbox.SandboxEndpoints;

/// A portal whose one provider offers 500 items, of which people have 50,000 instances: 40,000 of one of them.
final class FullCatalog implements AutoCloseable {

    static final List<Look> LOOKS = List.of(
            new Look("catalog page with 500 items", "/catalog"),
            new Look("control plane of 40,000 of 50,000 instances", "/catalog/items/pet-store/pet"),
            new Look("the same, sorted by name", "/catalog/items/pet-store/pet?sort=name"),
            new Look("the same, sorted by a column of the provider's", "/catalog/items/pet-store/pet?sort=-value:litres"),
            new Look("the same, page 400", "/catalog/items/pet-store/pet?sort=owner&page=399"),
            new Look("the same, filtered by status", "/catalog/items/pet-store/pet?status=failed&sort=name"),
            new Look("the same, searched for two words", "/catalog/items/pet-store/pet?q=salmon+313"));

    private static final int TIMES = 1_000;
    private static final Duration SPAN = Duration.ofSeconds(15);
    private static final int ITEMS = 500;

    private final RunningPortal portal;
    private final HttpClient http = HttpClient.newHttpClient();

    private FullCatalog(RunningPortal portal) {
        this.portal = portal;
    }

    /// A page that is measured.
    record Look(String words, String path) {}

    static FullCatalog open() throws IOException, InterruptedException, SQLException {
        Path data = Files.createTempDirectory(Path.of("target"), "catalog-").resolve("postgres");
        int sandbox = RunningPortal.freePort();
        FullCatalog catalog = new FullCatalog(RunningPortal.start("--tiphys.sandbox.data=" + data,
                "--tiphys.sandbox.port=" + sandbox, "--tiphys.catalog.refresh=30s"));
        catalog.portal.awaitFirstPage();
        catalog.offer(URI.create("http://localhost:" + sandbox));
        fill(data);
        catalog.portal.signIn("provider");
        catalog.awaitItems();
        return catalog;
    }

    Latency measure(Look look) throws InterruptedException, ExecutionException {
        Latency.of(portal, look.path(), TIMES);
        return Latency.ofCrowd(portal, look.path(), SPAN);
    }

    private void offer(URI sandbox) throws IOException, InterruptedException {
        for (int i = 1; i < ITEMS; i++) {
            for (String action : List.of("create", "delete")) {
                HttpRequest request = HttpRequest.newBuilder(sandbox.resolve(
                        "/kube/hub/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates"))
                        .header("Authorization", "Bearer " + SandboxEndpoints.KUBERNETES_TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(template(i, action))).build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 201) {
                    throw new IllegalStateException("A template was refused: " + answer.body());
                }
            }
        }
    }

    private static String template(int item, String action) {
        return """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowTemplate",
                 "metadata": {"name": "item-%1$d-%2$s", "namespace": "pet-store",
                   "labels": {"tiphys.dev/item": "item-%1$d", "tiphys.dev/action": "%2$s",
                     "tiphys.dev/lifecycle": "published", "tiphys.dev/item-version": "1.0"},
                   "annotations": {"tiphys.dev/title": "Item %1$d", "tiphys.dev/description": "One of very many."}},
                 "spec": {"entrypoint": "main", "arguments": {"parameters": [{"name": "size", "value": "small"}]},
                   "templates": [{"name": "main", "container": {"image": "alpine:3.22", "command": ["true"]}}]}}
                """.formatted(item, action);
    }

    private static void fill(Path data) throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postmaster.pid")).get(3).strip();
        try (Connection database = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/tiphys",
                "postgres", ""); Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into catalog_instance (id, provider, item, item_version, name, team, requester,
                      requester_name, inputs, outputs, status, created_at, changed_at)
                    select gen_random_uuid(), 'pet-store', case when n <= 40000 then 'pet' else 'item-' || n % 499 end,
                      '1.3', 'pet ' || n, 'team-' || n % 40, 'person-' || n % 700, 'Somebody',
                      jsonb_build_object('species', (array['Dog', 'Cat', 'Fish', 'Rabbit'])[1 + n % 4],
                        'litres', (n * 7919 % 1000)::text),
                      jsonb_build_object('meal', (array['kibble', 'salmon', 'carrot'])[1 + n % 3],
                        'home', 'https://pets.example/' || md5(n::text)),
                      case when n % 41 = 0 then 'FAILED' else 'ACTIVE' end, now() - n * interval '3 minutes',
                      now() - n * interval '2 minutes'
                    from generate_series(1, 50000) n
                    """);
            statement.execute("""
                    insert into catalog_run (id, instance, position, action, template, namespace, workflow, manifest,
                      inputs, phase, requester, requester_name, created_at, finished_at)
                    select gen_random_uuid(), id, 0, 'create', 'pet-create', 'pet-store', 'pet-create-' || id, '{}',
                      inputs, case status when 'FAILED' then 'FAILED' else 'SUCCEEDED' end, requester, requester_name,
                      created_at, created_at + interval '40 seconds'
                    from catalog_instance
                    """);
            statement.execute("vacuum analyze");
        }
    }

    private void awaitItems() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (!portal.get("/catalog/items/pet-store/item-" + (ITEMS - 1)).body().contains("Item " + (ITEMS - 1))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The catalog does not get to know its items.");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Override
    public void close() {
        portal.close();
    }
}
