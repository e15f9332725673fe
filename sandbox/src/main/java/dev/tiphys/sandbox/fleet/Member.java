package dev.tiphys.sandbox.fleet;

import java.util.Map;

/// A member cluster with the labels by which environments find it.
record Member(String name, String environment, String region, String provider) {

    String server() {
        return "https://" + name + ".clusters.example";
    }

    Map<String, String> labels() {
        return Map.of("environment", environment, "region", region, "cloud-provider", provider);
    }
}
