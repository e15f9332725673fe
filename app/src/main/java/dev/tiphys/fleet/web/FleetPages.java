package dev.tiphys.fleet.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.FleetSource;
import dev.tiphys.fleet.LabelSelector;
import dev.tiphys.fleet.web.FleetPage.Lead;
import dev.tiphys.fleet.web.FleetPage.Pager;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.Notice;
import dev.tiphys.web.State;

/// Makes the page of the fleet out of one snapshot.
record FleetPages(FleetSnapshot fleet, PublicPlaces places, Instant now) {

    private static final List<String> ATTRIBUTES = List.of("environment", "region", "cloud-provider");

    FleetPage page(FleetAsk ask) {
        String error = "";
        LabelSelector selector = LabelSelector.parse("");
        try {
            selector = LabelSelector.parse(ask.selector());
        } catch (IllegalArgumentException wrong) {
            error = String.valueOf(wrong.getMessage());
        }
        FleetRows rows = new FleetRows(fleet.applications(), places, now);
        List<FleetCluster> clusters = clusters(selector, ask);
        List<FleetApplication> applications = applications(selector, ask);
        boolean showsClusters = ask.view().equals("clusters");
        int matching = showsClusters ? clusters.size() : applications.size();
        int start = Math.min(ask.page() * FleetAsk.SIZE, matching);
        int end = Math.min(start + FleetAsk.SIZE, matching);
        return new FleetPage(lead(), Fresh.of(fleet.asOf(), now), notices(), views(ask, clusters, applications),
                filters(ask), ask.view(), ask.selector(), ask.query(), error,
                showsClusters ? clusters.subList(start, end).stream().map(rows::cluster).toList() : List.of(),
                showsClusters ? List.of() : applications.subList(start, end).stream().map(rows::application).toList(),
                pager(ask, start, end, matching), "fleet");
    }

    private List<FleetCluster> clusters(LabelSelector selector, FleetAsk ask) {
        boolean searchesClusters = ask.view().equals("clusters");
        return fleet.clusters().stream().filter(cluster -> selector.test(cluster.labels()))
                .filter(cluster -> !searchesClusters || ask.finds(cluster.name(), cluster.environment(),
                        cluster.cluster().serverVersion(), cluster.labels().toString()))
                .sorted(Comparator.comparing(FleetCluster::isReachable)).toList();
    }

    private List<FleetApplication> applications(LabelSelector selector, FleetAsk ask) {
        Map<String, FleetCluster> chosen = fleet.clusters().stream()
                .filter(cluster -> selector.test(cluster.labels()))
                .collect(Collectors.toMap(FleetCluster::name, cluster -> cluster, (one, other) -> one));
        boolean searches = ask.view().equals("applications");
        return fleet.applications().stream()
                .filter(application -> ask.selector().isEmpty() || chosen.containsKey(application.cluster()))
                .filter(application -> !searches || ask.finds(application.ref().name(), application.service(),
                        application.cluster(), application.version(), application.health(), application.team()))
                .sorted(Comparator.comparingInt(FleetPages::trouble)).toList();
    }

    private static int trouble(FleetApplication application) {
        return !application.isTrusted() || application.isUnhealthy()
                ? 0
                : !application.reachable() ? 1 : application.isMoving() ? 2 : 3;
    }

    private Lead lead() {
        var all = fleet.applications();
        long clouds = fleet.clusters().stream().map(cluster -> cluster.labels().getOrDefault("cloud-provider", ""))
                .filter(cloud -> !cloud.isEmpty()).distinct().count();
        return new Lead(fleet.clusters().size(), (int) clouds, all.size(),
                all.stream().filter(application -> application.health().equals("Healthy")).count(),
                all.stream().filter(FleetApplication::isMoving).count(),
                all.stream().filter(FleetApplication::isUnhealthy).count(),
                fleet.clusters().stream().filter(cluster -> !cluster.isReachable()).count(),
                all.stream().filter(application -> !application.isTrusted()).count());
    }

    private List<Chip> views(FleetAsk ask, List<FleetCluster> clusters, List<FleetApplication> applications) {
        boolean showsClusters = ask.view().equals("clusters");
        return List.of(new Chip("Clusters", clusters.size(), ask.withView("clusters").href(), showsClusters),
                new Chip("Applications", applications.size(), ask.withView("applications").href(), !showsClusters));
    }

    private List<List<Chip>> filters(FleetAsk ask) {
        List<List<Chip>> filters = new ArrayList<>();
        for (String attribute : ATTRIBUTES) {
            Map<String, Long> values = fleet.clusters().stream().map(cluster -> cluster.labels().get(attribute))
                    .filter(value -> value != null && !value.isEmpty())
                    .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
            filters.add(values.entrySet().stream().limit(8)
                    .map(value -> chip(ask, attribute + "=" + value.getKey(), value.getKey(), value.getValue()))
                    .toList());
        }
        return filters;
    }

    private static Chip chip(FleetAsk ask, String requirement, String label, long count) {
        boolean current = ask.selector().equals(requirement);
        return new Chip(label, count, ask.withSelector(current ? "" : requirement).href(), current);
    }

    private List<Notice> notices() {
        return fleet.sources().stream().filter(source -> !source.isReachable()).map(this::notice).toList();
    }

    private Notice notice(FleetSource source) {
        String since = source.asOf() == null
                ? " and has told nothing yet"
                : " since " + Age.of(source.asOf(), now).words() + "; what is shown of it is what it told last";
        return new Notice(State.WAIT, "Argo CD " + source.argoCd() + " does not answer" + since
                + (source.trouble().isEmpty() ? "." : " (" + source.trouble() + ")."));
    }

    private static Pager pager(FleetAsk ask, int start, int end, int matching) {
        return new Pager(end - start, matching, start > 0 ? ask.withPage(ask.page() - 1).href() : null,
                end < matching ? ask.withPage(ask.page() + 1).href() : null);
    }
}
