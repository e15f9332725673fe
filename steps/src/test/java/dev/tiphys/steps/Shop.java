package dev.tiphys.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.argo.cd.Source;

/// The application shop/checkout-dev as a test wants it to be.
final class Shop {

    static final ApplicationRef REF = ApplicationRef.of("shop", "checkout-dev");
    static final Map<String, String> OWN = Map.of("tiphys.dev/promotion", "checkout-v5-1", "tiphys.dev/attempt", "a1");
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    Source source = image("v4");
    Source comparedTo = image("v4");
    boolean multiSource;
    boolean operationRequested;
    @Nullable
    OperationState operation;
    String health = "Healthy";
    String healthMessage = "";
    Instant reconciledAt = START;
    List<String> images = new ArrayList<>();
    Map<String, String> annotations = new LinkedHashMap<>(Map.of("tiphys.dev/image", "reg/checkout"));

    static Source image(String version) {
        return new Source("https://git/x", "checkout", "", "main", List.of("reg/checkout:" + version, "reg/proxy:1"),
                Map.of());
    }

    /// On v5, with our own sync done and compared anew.
    static Shop delivered() {
        Shop shop = new Shop();
        shop.source = image("v5");
        shop.comparedTo = image("v5");
        shop.operation = operation("Succeeded", "successfully synced", OWN);
        shop.reconciledAt = START.plusSeconds(10);
        return shop;
    }

    static OperationState operation(String phase, String message, Map<String, String> info) {
        return operation(phase, message, info, image("v5"), "abc");
    }

    static OperationState operation(String phase, String message, Map<String, String> info, Source applied,
            String revision) {
        Instant finished = phase.equals("Running") ? null : START.plusSeconds(10);
        return new OperationState(phase, message, info, "portal", START, finished, 0, revision, applied, "abc");
    }

    Application application() {
        ApplicationSummary summary = new ApplicationSummary(REF, Map.of(), annotations, "dev", "", "shop", source,
                multiSource, false, "Synced", "abc", health, operation == null ? "" : operation.phase(), START, null,
                images, START, false);
        return new Application(summary, "u", "1", healthMessage, operationRequested, operation, reconciledAt,
                comparedTo,
                List.of(), "checkout");
    }
}
