package dev.tiphys.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.compile.CompiledPlan;
import dev.tiphys.promotion.compile.PlanCompiler;
import dev.tiphys.promotion.compile.Workplace;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planner;
import dev.tiphys.promotion.plan.Purpose;

/// What a press on "Plan" costs for 500 clusters: the plan with its hash, the manifest and the Hera program.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanBenchmark {

    private final WideFleet fleet = WideFleet.of(500);
    private final Planner planner = new Planner("registry.example/tiphys:1.0.0");
    private final PlanCompiler compiler = new PlanCompiler(new Workplace("promotions", "promoter",
            Map.of("main", "tiphys-argocd"), "tiphys-events", "https://tiphys.example", "the portal's public key"));
    private final PromotionId id = PromotionId.parse("01930f6e-7c1a-7b44-8f2e-5d0c9a7be311");

    @Benchmark
    public CompiledPlan planManifestAndHera() {
        Plan plan = planner.plan(new PlanRequest(WideFleet.SERVICE, "v5", WideFleet.PLACES), fleet, List.of()).plan();
        return compiler.compile(id, plan, Purpose.of("developer"));
    }
}
