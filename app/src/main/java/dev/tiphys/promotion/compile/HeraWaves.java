package dev.tiphys.promotion.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The part of the Hera program with the waves and their order.
final class HeraWaves {

    private static final int LINE = 115;
    private static final String ONE_ARGO_CD = """

                # How many targets may be in flight is a number, no parameter: hence one template for each wave.
                # Never failFast: it would end a wave while other targets are in flight.
                waves = {}
                for name, (_, in_flight, _) in WAVES.items():
                    inputs = [Parameter(name="targets"), Parameter(name="soak")]
                    with DAG(name=f"wave-{name}", inputs=inputs, parallelism=in_flight) as waves[name]:
                        item = {"target": "{{item}}", **SOAK}
                        target(name="target", arguments=item, with_param="{{inputs.parameters.targets}}")

                with DAG(name="promotion"):
                    # Opens when the portal knows this workflow as the promotion that was planned.
                    admission = gate(name="admit", arguments={"wave": "admit"})

                    def approval(name: str):
                        return gate(name=f"approve-{name}", arguments={"wave": name})

                    def wave(name: str):
                        targets = "{{workflow.parameters.targets-%s}}" % name
                        return waves[name](name=name, arguments={"targets": targets, "soak": WAVES[name].soak})

                    @CHAIN@
            """;
    private static final String SEVERAL_ARGO_CDS = """

                # How many targets may be in flight is a number, no parameter: hence one template for each wave.
                # Never failFast: it would end a wave while other targets are in flight.
                waves = {}
                for name, (targets, in_flight, _) in WAVES.items():
                    inputs = [Parameter(name=f"targets-{argocd}") for argocd in targets] + [Parameter(name="soak")]
                    with DAG(name=f"wave-{name}", inputs=inputs, parallelism=in_flight) as waves[name]:
                        for argocd in targets:
                            target(
                                name=f"target-{argocd}",
                                arguments={"target": "{{item}}", "argocd": ARGO_CDS[argocd], **SOAK},
                                with_param="{{inputs.parameters.targets-%s}}" % argocd,
                            )

                with DAG(name="promotion"):
                    # Opens when the portal knows this workflow as the promotion that was planned.
                    admission = gate(name="admit", arguments={"wave": "admit"})

                    def approval(name: str):
                        return gate(name=f"approve-{name}", arguments={"wave": name})

                    def wave(name: str):
                        targets = {
                            f"targets-{argocd}": "{{workflow.parameters.targets-%s--%s}}" % (name, argocd)
                            for argocd in WAVES[name].targets
                        }
                        return waves[name](name=name, arguments={**targets, "soak": WAVES[name].soak})

                    @CHAIN@
            """;

    private HeraWaves() {
    }

    static String of(WorkflowModel model) {
        return PythonText.fill(model.hasSeveralArgoCds() ? SEVERAL_ARGO_CDS : ONE_ARGO_CD,
                Map.of("CHAIN", chain(model)));
    }

    private static String chain(WorkflowModel model) {
        List<String> tasks = new ArrayList<>(List.of("admission"));
        for (WaveModel wave : model.waves()) {
            if (wave.approval())
                tasks.add("approval(" + PythonText.literal(wave.name()) + ")");
            tasks.add("wave(" + PythonText.literal(wave.name()) + ")");
        }
        String line = String.join(" >> ", tasks);
        if (line.length() + 8 <= LINE)
            return line;
        return "(\n            " + String.join("\n            >> ", tasks) + "\n        )";
    }
}
