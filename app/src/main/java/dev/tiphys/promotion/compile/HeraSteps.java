package dev.tiphys.promotion.compile;

import java.util.Map;

/// The part of the Hera program that says how a step becomes a pod, before the workflow begins.
final class HeraSteps {

    private static final String STEPS = """

            # Any exit code but 10 is technical and tried again; 10 says that the change failed, which a person decides on.
            RETRY = RetryStrategy(
                limit="5",
                retry_policy="Always",
                expression=@TECHNICAL@,
                backoff=m.Backoff(duration="10s", factor="2", cap="2m"),
            )
            # `?.` only behind `outputs`: Argo evaluates `{{= }}` early too, with half of its scope, and must fail then.
            # Without a proof a gate stays closed, and without an answer a target is tried again.
            PROOF = @PROOF@
            UNPROVEN = @UNPROVEN@
            AGAIN = (
                "{{= steps.deliver.status != 'Succeeded'"
                " && (steps.ask.outputs?.parameters?.decision ?? 'retry') != 'skip' }}"
            )


            def passed(*names: str) -> dict[str, str]:
                ""\"Arguments that hand on the inputs of the same names.""\"
                return {name: "{{inputs.parameters.%s}}" % name for name in names}


            TARGET = passed(@IDENTITY@)
            # One name per delivery: kept when a pod is tried again, another one after the decision "retry".
            DELIVERY = {**TARGET, "attempt": "{{node.name}}"}
            SOAK = passed("soak")
            # One name per question: a decision opens the gate that it was signed for, and no other.
            GATE = {**passed("wave"), "gate": "{{node.name}}", "proof": PROOF}


            # Told to Argo CD with each operation.
            WHY = [word for name in ("requester", "note", "change") for word in (f"--{name}", "{{workflow.parameters.%s}}" % name)]


            def left(name: str, otherwise: str) -> Parameter:
                ""\"An output that the program leaves as a file.""\"
                return Parameter(name=name, value_from=m.ValueFrom(path=f"/tmp/{name}", default=otherwise))


            def step(verb: str, *args: str, inputs: dict[str, str] = DELIVERY) -> Container:
                ""\"One verb of the `tiphys step` program, as a pod.""\"
                return Container(
                    name=verb,
                    inputs=[Parameter(name=name) for name in inputs],
                    image=IMAGE,
                    command=["tiphys", "step", verb],
                    args=[
                        "--promotion", "{{workflow.name}}",
                        "--target", "{{inputs.parameters.target}}",
                        "--attempt", "{{inputs.parameters.attempt}}",
                        "--version", "{{workflow.parameters.version}}",
                        *MECHANISM,
                        *args,
                    ],
                    env=[
                        SecretEnv(name="ARGOCD_SERVER", secret_name=ARGO_CD, secret_key="server"),
                        SecretEnv(name="ARGOCD_AUTH_TOKEN", secret_name=ARGO_CD, secret_key="token"),
                    ],
                    outputs=[left("reason", "")],
                    retry_strategy=RETRY,
                )


            """;
    private HeraSteps() {
    }

    static String of(WorkflowModel model) {
        return PythonText.fill(STEPS,
                Map.of("TECHNICAL", PythonText.literal(Expressions.TECHNICAL), "PROOF",
                        PythonText.literal(Expressions.PROOF), "UNPROVEN", PythonText.literal(Expressions.UNPROVEN),
                        "IDENTITY",
                        model.hasSeveralArgoCds() ? "\"target\", \"argocd\"" : "\"target\""));
    }
}
