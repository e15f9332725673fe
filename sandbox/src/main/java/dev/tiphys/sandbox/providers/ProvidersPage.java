package dev.tiphys.sandbox.providers;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;

/// What the providers have made, so that what an action changes can be looked at, and levers that make them fail.
record ProvidersPage(World world, Things things, AnsibleJobs jobs) {

    private static final String INSTANCE = "tiphys.dev/instance-id";

    Page page() {
        List<Html> sheets = new ArrayList<>();
        for (Offer offer : Offer.values()) {
            sheets.add(sheet(offer.word(), things.list(offer), lever(offer)));
        }
        sheets.add(sheet("jobs", jobs.list(), Html.NONE));
        sheets.add(sheet("namespaces", namespaces(), Html.NONE));
        return new Page("Providers", Page.Layout.WIDE, Html.of("""
                <div><h1>Providers</h1><p class="lead">What the workflows of the catalog have made. The same as JSON:
                <a href="/provider-api"><code>/provider-api</code></a>.</p></div>%s
                """, Html.join(sheets)));
    }

    private static Html lever(Offer offer) {
        return Html.of("""
                <form method="post" action="/sandbox/faults"><input type="hidden" name="what" value="%s">
                <button name="kind" value="provisioning-fails">Let new %s fail</button></form>
                <form method="post" action="/sandbox/faults"><input type="hidden" name="path" value="/provider-api/%s*">
                <input type="hidden" name="status" value="503">
                <button name="kind" value="answer">Take its API down</button></form>
                """, offer.word(), offer.word(), offer == Offer.MACHINES ? "ansible/" : offer.word());
    }

    private static Html sheet(String title, List<ObjectNode> rows, Html lever) {
        List<Html> lines = rows.stream().map(ProvidersPage::row).toList();
        return Html.of("<section class=\"sheet\"><h2>%s</h2>%s%s</section>",
                title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1),
                lines.isEmpty()
                        ? new Html("<p class=\"empty\">There are none.</p>")
                        : Html.of(
                                "<div class=\"scroll\"><table><tr><th>Id</th><th>State</th><th>More</th></tr>%s</table>"
                                        + "</div>",
                                Html.join(lines)),
                lever);
    }

    private static Html row(ObjectNode thing) {
        List<String> more = new ArrayList<>();
        thing.properties().stream().filter(field -> !List.of("id", "state", "status", "job").contains(field.getKey()))
                .forEach(field -> more.add(field.getKey() + ": " + text(field.getValue())));
        String id = thing.has("id") ? text(thing.path("id")) : text(thing.path("job"));
        String state = thing.has("state") ? text(thing.path("state")) : text(thing.path("status"));
        return Html.of("<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>", id, state, String.join(", ", more));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }

    private List<ObjectNode> namespaces() {
        List<ObjectNode> made = new ArrayList<>();
        for (ObjectNode namespace : world.store().list(World.HUB, Kind.NAMESPACE, "")) {
            JsonNode meta = namespace.path("metadata");
            if (meta.path("labels").has(INSTANCE)) {
                String name = meta.path("name").asString("");
                ObjectNode row = namespace.objectNode().put("id", name)
                        .put("state", namespace.path("status").path("phase").asString("Active"))
                        .put("owner", meta.path("annotations").path("tiphys.dev/owner").asString(""));
                world.store().list(World.HUB, Kind.RESOURCE_QUOTA, name)
                        .forEach(quota -> row.put("quota", quota.path("spec").path("hard").toString()));
                made.add(row);
            }
        }
        return made;
    }
}
