package dev.tiphys.promotion.compile;

import java.util.Map;

/// The part of the Hera program with the workflow's head, its questions and what a target goes through.
final class HeraTemplates {

    private static final String WORKFLOW = """
            with Workflow(
                name=@NAME@,
                namespace=@NAMESPACE@,
                labels={
                    "tiphys.dev/promotion": @ID@,
                    "tiphys.dev/service": @SERVICE@,
                },
                annotations={
                    "tiphys.dev/plan": PLAN,
                    "workflows.argoproj.io/title": @TITLE@,
                    "workflows.argoproj.io/description": @DESCRIPTION@,
                },
                entrypoint="promotion",
                on_exit="notify",
                service_account_name=@ACCOUNT@,
                security_context=m.PodSecurityContext(run_as_non_root=True, run_as_user=8737),
                # Logs stay for a day, the workflow for a week after its end.
                pod_gc=m.PodGC(strategy="OnWorkflowCompletion", delete_delay_duration="24h"),
                ttl_strategy=m.TTLStrategy(seconds_after_completion=604800),
            @ARGUMENTS@
            ) as promotion:
            """;
    private static final String ONE_ARGUMENT_A_WAVE = """
                arguments=[Parameter(name=name, value=value) for name, value in ARGUMENTS.items()]
                + [
                    Parameter(name=f"targets-{name}", value=json.dumps(wave.targets, separators=(",", ":")))
                    for name, wave in WAVES.items()
                ],
            """.stripTrailing();
    private static final String ONE_ARGUMENT_AN_ARGO_CD = """
                arguments=[Parameter(name=name, value=value) for name, value in ARGUMENTS.items()]
                + [
                    Parameter(name=f"targets-{name}--{argocd}", value=json.dumps(targets, separators=(",", ":")))
                    for name, wave in WAVES.items()
                    for argocd, targets in wave.targets.items()
                ],
            """.stripTrailing();
    private static final String TEMPLATES = """
                set_version = step("set-version")
                sync = step("sync", *WHY)
                await_rollout = step("await-rollout")
                verify = step("verify", "--soak", "{{inputs.parameters.soak}}", inputs={**DELIVERY, **SOAK})
                # Always exits 0: a failed exit handler would turn a Succeeded workflow into Failed.
                Container(
                    name="notify",
                    image=IMAGE,
                    command=["tiphys", "step", "notify"],
                    args=[
                        "--promotion", "{{workflow.name}}",
                        "--service", @SERVICE@,
                        "--version", "{{workflow.parameters.version}}",
                        "--status", "{{workflow.status}}",
                        "--url", @URL@,
                    ],
                    env=[SecretEnv(name="TIPHYS_EVENTS_URL", secret_name=@EVENTS@, secret_key="url", optional=True)],
                    retry_strategy=RETRY,
                )
                check_gate = Container(
                    name="check-gate",
                    inputs=[Parameter(name=name) for name in GATE],
                    image=IMAGE,
                    command=["tiphys", "step", "check-gate"],
                    args=[
                        "--promotion", "{{workflow.name}}",
                        "--wave", "{{inputs.parameters.wave}}",
                        "--gate", "{{inputs.parameters.gate}}",
                        "--proof", "{{inputs.parameters.proof}}",
                        "--plan", "{{workflow.parameters.plan}}",
                        "--key", GATE_KEY,
                    ],
                    outputs=[left("verdict", "forged"), left("reason", "")],
                    retry_strategy=RETRY,
                )

                # Questions, without a pod. They have no default: a resume without an answer is refused.
                approval = Parameter(name="decision", enum=["approve", "reject"])
                approve = Suspend(name="approve", intermediate_parameters=[approval, Parameter(name="proof")])
                way_on = Parameter(name="decision", enum=["retry", "skip"])
                decide = Suspend(name="decide", intermediate_parameters=[way_on])

                # Opens for what the portal signed, and fails when that is "reject". Any other answer counts for nothing:
                # the gate asks again. A `when` on the wave would only skip it, and open the wave after it.
                with Steps(name="gate", inputs=[Parameter(name="wave")]) as gate:
                    approve(name="ask", arguments={"decision": "reject", "proof": ""})
                    check_gate(name="check", arguments=GATE)
                    gate(name="again", arguments=passed("wave"), when=UNPROVEN)

                with Steps(name="deliver", inputs=[Parameter(name=name) for name in {**TARGET, **SOAK}]) as deliver:
                    set_version(name="set-version", arguments=DELIVERY)
                    sync(name="sync", arguments=DELIVERY)
                    await_rollout(name="await-rollout", arguments=DELIVERY)
                    verify(name="verify", arguments={**DELIVERY, **SOAK})

                # A failed target asks a person, and keeps its slot of the wave while it waits.
                with Steps(name="target", inputs=[Parameter(name=name) for name in {**TARGET, **SOAK}]) as target:
                    deliver(name="deliver", arguments={**TARGET, **SOAK}, continue_on=m.ContinueOn(failed=True, error=True))
                    decide(name="ask", arguments={"decision": "retry"}, when=@FAILED@)
                    target(name="again", arguments={**TARGET, **SOAK}, when=AGAIN)
            """;

    private HeraTemplates() {
    }

    static String of(WorkflowModel model) {
        return PythonText.fill(WORKFLOW, workflow(model))
                + PythonText.fill(TEMPLATES,
                        Map.of("SERVICE", PythonText.literal(model.service()), "URL", PythonText.literal(model.url()),
                                "EVENTS", PythonText.literal(model.workplace().eventsSecret()), "FAILED",
                                PythonText.literal(Expressions.FAILED)));
    }

    private static Map<String, String> workflow(WorkflowModel model) {
        WorkflowIdentity identity = model.identity();
        return Map.of("NAME", PythonText.literal(identity.name()), "NAMESPACE",
                PythonText.literal(model.workplace().namespace()), "ID",
                PythonText.literal(identity.promotion().toString()), "SERVICE", PythonText.literal(model.service()),
                "TITLE", PythonText.literal(model.title()), "DESCRIPTION",
                PythonText.literal(model.description()), "ACCOUNT",
                PythonText.literal(model.workplace().serviceAccount()), "ARGUMENTS",
                model.hasSeveralArgoCds() ? ONE_ARGUMENT_AN_ARGO_CD : ONE_ARGUMENT_A_WAVE);
    }
}
