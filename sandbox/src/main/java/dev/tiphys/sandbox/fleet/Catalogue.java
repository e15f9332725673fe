package dev.tiphys.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tiphys.sandbox.fleet.Component.Mechanism;
import dev.tiphys.sandbox.fleet.Component.Owner;
import dev.tiphys.sandbox.fleet.Component.Shape;

/// Which clusters and components each fleet has.
final class Catalogue {

    private static final List<String> VERSIONS = List.of("v1", "v2", "v3", "v4");
    private static final List<String> MORE_SERVICES = List.of("search", "basket", "shipping", "accounts", "invoices",
            "reviews", "pricing", "inventory", "returns", "vouchers", "mailer", "images", "sessions");
    private static final List<String[]> REGIONS = List.of(new String[]{"us-east-1", "aws"},
            new String[]{"us-west-2", "aws"}, new String[]{"eu-central-1", "aws"},
            new String[]{"europe-west3", "gcp"}, new String[]{"westeurope", "azure"});

    private Catalogue() {
    }

    static List<Member> demoMembers() {
        return List.of(new Member("dev", "dev", "europe-west3", "gcp"),
                new Member("stage", "stage", "westeurope", "azure"),
                new Member("prod-east", "prod", "us-east-1", "aws"),
                new Member("prod-west", "prod", "us-west-2", "aws"));
    }

    static List<Component> demoComponents() {
        List<Component> components = new ArrayList<>(services(5, Map.of("dev", "2.32.1")));
        components.addAll(addOns(Map.of("prod-west", "4.12.4"), Map.of("stage", "1.17.0")));
        return components;
    }

    /// A tenth is dev, a fifth stage, the rest production; all regions in turn.
    static List<Member> members(int count) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String environment = i < count / 10 ? "dev" : i < count * 3 / 10 ? "stage" : "prod";
            String[] region = REGIONS.get(i % REGIONS.size());
            String name = "%s-%s-%02d".formatted(environment, region[0], i / REGIONS.size() + 1);
            members.add(new Member(name, environment, region[0], region[1]));
        }
        return members;
    }

    /// Few before production, many in each of its environments.
    static List<Member> squadronMembers(int production) {
        List<Member> members = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            members.add(new Member("dev-" + i, "dev", "europe-west3", "gcp"));
            members.add(new Member("stage-" + i, "stage", "westeurope", "azure"));
        }
        for (int i = 1; i <= production; i++) {
            members.add(new Member("prod-east-%03d".formatted(i), "prod", "us-east-1", "aws"));
            members.add(new Member("prod-west-%03d".formatted(i), "prod", "us-west-2", "aws"));
        }
        return members;
    }

    static List<Component> squadronComponents() {
        return services(1, Map.of());
    }

    static List<Component> components(int services) {
        List<Component> components = new ArrayList<>(services(1, Map.of()));
        Owner owner = new Owner("shop", "shop-team", "shop");
        for (String name : MORE_SERVICES.subList(0, services - components.size())) {
            components.add(new Component(name, owner, Shape.DEPLOYMENT, Mechanism.KUSTOMIZE_IMAGE, 1, VERSIONS,
                    Map.of(), Map.of()));
        }
        components.addAll(addOns(Map.of(), Map.of()));
        return components;
    }

    private static List<Component> services(int replicas, Map<String, String> newCatalogues) {
        Owner payments = new Owner("shop", "payments-team", "shop");
        Owner shop = new Owner("shop", "shop-team", "shop");
        return List.of(
                new Component("checkout", payments, Shape.CANARY, Mechanism.KUSTOMIZE_IMAGE, replicas, VERSIONS,
                        Map.of(), Map.of()),
                new Component("catalogue", shop, Shape.BLUE_GREEN, Mechanism.HELM_PARAMETER, Math.min(replicas, 3),
                        List.of("2.28.4", "2.29.0", "2.30.2", "2.31.0"), newCatalogues, Map.of()),
                new Component("payments", payments, Shape.DEPLOYMENT, Mechanism.KUSTOMIZE_IMAGE,
                        Math.min(replicas, 3), VERSIONS, Map.of(), Map.of()));
    }

    private static List<Component> addOns(Map<String, String> oldIngress, Map<String, String> staleDns) {
        return List.of(addOn("cert-manager", "cert-manager", List.of("1.17.4", "1.18.2"), Map.of(), Map.of()),
                addOn("ingress-nginx", "ingress-nginx", List.of("4.12.4", "4.13.2"), oldIngress, Map.of()),
                addOn("metrics-server", "kube-system", List.of("3.12.2", "3.13.0"), Map.of(), Map.of()),
                addOn("external-dns", "external-dns", List.of("1.17.0", "1.18.0"), Map.of(), staleDns));
    }

    private static Component addOn(String name, String namespace, List<String> versions,
            Map<String, String> exceptions, Map<String, String> unsynced) {
        return new Component(name, new Owner("platform", "platform-team", namespace), Shape.DEPLOYMENT,
                Mechanism.TARGET_REVISION, 1, versions, exceptions, unsynced);
    }
}
