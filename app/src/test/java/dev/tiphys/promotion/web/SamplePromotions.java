package dev.tiphys.promotion.web;

import static dev.tiphys.promotion.web.SampleFleet.NOW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.PromotionView.WorkflowName;

/// Promotions to draw.
final class SamplePromotions {

    private SamplePromotions() {
    }

    /// It waits for the approval of prod-east.
    static PromotionView waitsForApproval() {
        List<WaveView> waves = List.of(done("dev", "checkout"), done("stage", "checkout"),
                new WaveView("prod-east", "WAITING", "approval", "waits for approval by prod-approvers", 1, null, null,
                        List.of(later("checkout", "prod-east"))),
                wave("prod-west", "LATER", List.of(later("checkout", "prod-west"))));
        return promotion("checkout", PromotionPhase.WAITING,
                new Waiting("approval", "Waits for the approval of prod-east since 4 min", "prod-east",
                        NOW.minusSeconds(240), NOW.plusSeconds(86_000), List.of("prod-approvers"),
                        List.of("approve", "reject")),
                waves, "");
    }

    /// A canary climbs in prod-east.
    static PromotionView climbs() {
        TargetView canary = new TargetView("catalogue-prod-east", "shop", "prod-east", "prod-east", "RUNNING", "v4",
                "v5", "await-rollout", "the canary is paused for 10 s at step 3 of 6", 40, "step 3 of 6",
                "Progressing", "catalogue-v5-01jd8k-await-rollout-1", NOW.minusSeconds(130), null);
        List<WaveView> waves = List.of(done("dev", "catalogue"), done("stage", "catalogue"),
                new WaveView("prod-east", "RUNNING", "approval", "approved by approver: load test was green", 1,
                        NOW.minusSeconds(140), null, List.of(canary)),
                wave("prod-west", "LATER", List.of(later("catalogue", "prod-west"))));
        return promotion("catalogue", PromotionPhase.RUNNING, null, waves, "");
    }

    /// Many clusters, one of which asks.
    static PromotionView asks(int clusters) {
        List<TargetView> east = new ArrayList<>();
        for (int number = 1; number <= clusters; number++) {
            east.add(eastTarget(number));
        }
        List<TargetView> west = new ArrayList<>();
        for (int number = 1; number <= clusters; number++) {
            west.add(later("payments", "prod-west-%02d".formatted(number)));
        }
        List<WaveView> waves = List.of(done("dev", "payments"), done("stage", "payments"),
                new WaveView("prod-east", "RUNNING", "approval", "approved by approver: load test was green", 4,
                        NOW.minusSeconds(1900), null, east),
                wave("prod-west", "LATER", west));
        return promotion("payments", PromotionPhase.RUNNING, null, waves, "");
    }

    private static TargetView eastTarget(int number) {
        String cluster = "prod-east-%02d".formatted(number);
        if (number < 42) {
            return succeeded("payments", cluster, "prod-east");
        }
        return switch (number) {
            case 42, 43 -> new TargetView("payments-" + cluster, "shop", cluster, "prod-east", "RUNNING", "v4", "v5",
                    "await-rollout", "the canary takes its next step in 1 min", number == 42 ? 80 : 40, "step 5 of 6",
                    "Progressing", "p-1", NOW.minusSeconds(130), null);
            case 44 -> new TargetView("payments-" + cluster, "shop", cluster, "prod-east", "RUNNING", "v4", "v5",
                    "sync", "9 of 12 resources applied", null, "", "Progressing", "p-2", NOW.minusSeconds(20), null);
            case 45 -> new TargetView("payments-" + cluster, "shop", cluster, "prod-east", "ASKS", "v4", "v5",
                    "await-rollout", "analysis latency failed 3 of 3: p99 840 ms, limit 500 ms", null, "",
                    "Degraded", "payments-v5-01jd8k-await-rollout-45", NOW.minusSeconds(300), null);
            default -> later("payments", cluster);
        };
    }

    static PromotionView ended(String service, PromotionPhase phase, String reason) {
        return promotion(service, phase, null, List.of(done("dev", service), done("stage", service)), reason);
    }

    private static PromotionView promotion(String service, PromotionPhase phase, @Nullable Waiting waiting,
            List<WaveView> waves, String reason) {
        Instant finished = phase.isFinal() ? NOW.minusSeconds(7200) : null;
        return new PromotionView(new PromotionId(new UUID(0x0193_4b5a_0000_7000L, service.hashCode())), service, "v5",
                "v4", phase, reason, "developer", NOW.minusSeconds(2280), NOW.minusSeconds(2270), finished,
                "7f3a91c04e5d6b7a8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d", waiting, waves,
                new WorkflowName("promotions", service + "-v5-01jd8k"), NOW.minusSeconds(1), false, "", "");
    }

    private static WaveView done(String environment, String service) {
        return new WaveView(environment, "SUCCEEDED", "none", "", 1, NOW.minusSeconds(2260), NOW.minusSeconds(2000),
                List.of(succeeded(service, environment, environment)));
    }

    private static WaveView wave(String environment, String phase, List<TargetView> targets) {
        return new WaveView(environment, phase, "none", "after the wave before it is complete", 4, null, null, targets);
    }

    private static TargetView succeeded(String service, String cluster, String environment) {
        return new TargetView(service + "-" + cluster, "shop", cluster, environment, "SUCCEEDED", "v4", "v5", "verify",
                "healthy for 60 s", null, "", "Healthy", "p", NOW.minusSeconds(2260), NOW.minusSeconds(2000));
    }

    private static TargetView later(String service, String cluster) {
        return new TargetView(service + "-" + cluster, "shop", cluster, cluster.replaceAll("-\\d+$", ""), "LATER", "v4",
                "v5", "", "", null, "", "Healthy", "", null, null);
    }
}
