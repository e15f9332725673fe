package dev.tiphys.fleet.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.FleetSights;
import dev.tiphys.fleet.LabelSelector;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// Clusters, applications and services as JSON.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fleet")
class FleetApi {

    private static final Map<String, Comparator<FleetApplication>> ORDERS = Map.of("name",
            Comparator.comparing(application -> application.ref().name()), "service",
            Comparator.comparing(FleetApplication::service), "environment",
            Comparator.comparing(FleetApplication::environment), "cluster",
            Comparator.comparing(FleetApplication::cluster),
            "version", Comparator.comparing(FleetApplication::version), "health",
            Comparator.comparing(FleetApplication::health));

    private final FleetSights sights;

    FleetApi(FleetSights sights) {
        this.sights = sights;
    }

    @GetMapping("/clusters")
    PageOf<ClusterJson> clusters(@RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String selector, Person person, PageAsk ask) {
        LabelSelector labels = selector(selector);
        List<FleetCluster> found = sights.snapshot(person).clusters().stream()
                .filter(cluster -> labels.test(cluster.labels()))
                .filter(cluster -> contains(q, cluster.name(), cluster.environment())).toList();
        return PageOf.from(found, ask).map(ClusterJson::of);
    }

    @GetMapping("/applications")
    PageOf<ApplicationJson> applications(@RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String selector, @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String environment,
            @RequestParam(defaultValue = "name") String sort,
            Person person, PageAsk ask) {
        LabelSelector labels = selector(selector);
        List<FleetApplication> found = applications(service, person).filter(one -> labels.test(one.summary().labels()))
                .filter(one -> environment == null || environment.equals(one.environment()))
                .filter(one -> contains(q, one.ref().name(), one.service(), one.cluster(), one.version()))
                .sorted(order(sort)).toList();
        return PageOf.from(found, ask).map(ApplicationJson::of);
    }

    private Stream<FleetApplication> applications(@Nullable String service, Person person) {
        Stream<FleetApplication> all = sights.snapshot(person).applications().stream();
        return service == null ? all : all.filter(one -> one.service().equals(service));
    }

    @GetMapping("/services")
    PageOf<ServiceJson> services(@RequestParam(defaultValue = "") String q, Person person, PageAsk ask) {
        var snapshot = sights.snapshot(person);
        List<String> found = snapshot.services().stream().filter(name -> contains(q, name)).toList();
        return PageOf.from(found, ask).map(name -> ServiceJson.of(name, snapshot));
    }

    private static boolean contains(String q, String... texts) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty() || Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static LabelSelector selector(String text) {
        try {
            return LabelSelector.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal.Invalid("selector", String.valueOf(unreadable.getMessage()));
        }
    }

    private static Comparator<FleetApplication> order(String sort) {
        boolean descending = sort.startsWith("-");
        Comparator<FleetApplication> order = ORDERS.get(descending ? sort.substring(1) : sort);
        if (order == null) {
            throw new Refusal.Invalid("sort", "Sort by one of " + String.join(", ", ORDERS.keySet().stream().sorted()
                    .toList()) + ", with - before it for descending order.");
        }
        return descending ? order.reversed() : order;
    }
}
