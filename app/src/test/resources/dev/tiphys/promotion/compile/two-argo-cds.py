"""Promote checkout to v5: dev, stage, approval, prod-east, prod-west.

Plan e462a0d2ee8e22d854960b2079e3c9d28aba653cd097c7af380defbe04672160.
Needs Hera 7: pip install "hera[yaml]>=7,<8". With an Argo Server's address in ARGO_SERVER, such as
https://argo.example:2746, and a token in ARGO_TOKEN it starts the promotion; else it prints the manifest.
"""

import json
import os
import sys
from typing import NamedTuple

from hera.workflows import DAG, Container, Parameter, RetryStrategy, SecretEnv, Steps, Suspend, Workflow
from hera.workflows import WorkflowsService
from hera.workflows import models as m

VERSION = "v5"
PLAN = "e462a0d2ee8e22d854960b2079e3c9d28aba653cd097c7af380defbe04672160"
# Gates believe what is signed with this key of the portal, and nothing else.
GATE_KEY = "MCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik="
ARGUMENTS = {
    "version": VERSION,
    "plan": PLAN,
    "requester": "developer",
    "note": os.environ.get("TIPHYS_NOTE", ""),
    "change": os.environ.get("TIPHYS_CHANGE", ""),
}
IMAGE = "registry.example/tiphys:1.0.0"  # whose `tiphys step` the pods run
MECHANISM = ["--mechanism", "kustomize-image", "--subject", "registry.example/checkout"]
# The Secret with the server and the token of each Argo CD; its name is passed down to the pods.
ARGO_CDS = {"eu": "tiphys-argocd-eu", "us": "tiphys-argocd-us"}
ARGO_CD = "{{inputs.parameters.argocd}}"


class Wave(NamedTuple):
    """Targets that change together: `in_flight` at once, each healthy for `soak` before it is done."""

    targets: dict[str, list[str]]
    in_flight: int
    soak: str


# Targets are "project/application@version it leaves", by the Argo CD that has them.
WAVES = {
    "dev": Wave(targets={"eu": ["shop/checkout-dev@v4"]}, in_flight=1, soak="20s"),
    "stage": Wave(targets={"us": ["shop/checkout-stage@v4"]}, in_flight=1, soak="20s"),
    "prod-east": Wave(
        targets={"eu": ["shop/checkout-prod-east@v4"], "us": ["shop/checkout-prod-east-us@v4"]},
        in_flight=2,
        soak="60s",
    ),
    "prod-west": Wave(targets={"us": ["shop/checkout-prod-west@v4"]}, in_flight=2, soak="60s"),
}

# Any exit code but 10 is technical and tried again; 10 says that the change failed, which a person decides on.
RETRY = RetryStrategy(
    limit="5",
    retry_policy="Always",
    expression="lastRetry.exitCode != '10'",
    backoff=m.Backoff(duration="10s", factor="2", cap="2m"),
)
# `?.` only behind `outputs`: Argo evaluates `{{= }}` early too, with half of its scope, and must fail then.
# Without a proof a gate stays closed, and without an answer a target is tried again.
PROOF = "{{= steps.ask.outputs?.parameters?.proof ?? '' }}"
UNPROVEN = "{{= (steps.check.outputs?.parameters?.verdict ?? 'none') != 'approve' }}"
AGAIN = (
    "{{= steps.deliver.status != 'Succeeded'"
    " && (steps.ask.outputs?.parameters?.decision ?? 'retry') != 'skip' }}"
)


def passed(*names: str) -> dict[str, str]:
    """Arguments that hand on the inputs of the same names."""
    return {name: "{{inputs.parameters.%s}}" % name for name in names}


TARGET = passed("target", "argocd")
# One name per delivery: kept when a pod is tried again, another one after the decision "retry".
DELIVERY = {**TARGET, "attempt": "{{node.name}}"}
SOAK = passed("soak")
# One name per question: a decision opens the gate that it was signed for, and no other.
GATE = {**passed("wave"), "gate": "{{node.name}}", "proof": PROOF}


# Told to Argo CD with each operation.
WHY = [word for name in ("requester", "note", "change") for word in (f"--{name}", "{{workflow.parameters.%s}}" % name)]


def left(name: str, otherwise: str) -> Parameter:
    """An output that the program leaves as a file."""
    return Parameter(name=name, value_from=m.ValueFrom(path=f"/tmp/{name}", default=otherwise))


def step(verb: str, *args: str, inputs: dict[str, str] = DELIVERY) -> Container:
    """One verb of the `tiphys step` program, as a pod."""
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


with Workflow(
    name="checkout-v5-0c9a7be311",
    namespace="promotions",
    labels={
        "tiphys.dev/promotion": "01930f6e-7c1a-7b44-8f2e-5d0c9a7be311",
        "tiphys.dev/service": "checkout",
    },
    annotations={
        "tiphys.dev/plan": PLAN,
        "workflows.argoproj.io/title": "Promote checkout to v5",
        "workflows.argoproj.io/description": "dev, stage, approval, prod-east, prod-west. [Open the promotion](https://tiphys.example/promotions/01930f6e-7c1a-7b44-8f2e-5d0c9a7be311)",
    },
    entrypoint="promotion",
    on_exit="notify",
    service_account_name="promoter",
    security_context=m.PodSecurityContext(run_as_non_root=True, run_as_user=8737),
    # Logs stay for a day, the workflow for a week after its end.
    pod_gc=m.PodGC(strategy="OnWorkflowCompletion", delete_delay_duration="24h"),
    ttl_strategy=m.TTLStrategy(seconds_after_completion=604800),
    arguments=[Parameter(name=name, value=value) for name, value in ARGUMENTS.items()]
    + [
        Parameter(name=f"targets-{name}--{argocd}", value=json.dumps(targets, separators=(",", ":")))
        for name, wave in WAVES.items()
        for argocd, targets in wave.targets.items()
    ],
) as promotion:
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
            "--service", "checkout",
            "--version", "{{workflow.parameters.version}}",
            "--status", "{{workflow.status}}",
            "--url", "https://tiphys.example/promotions/01930f6e-7c1a-7b44-8f2e-5d0c9a7be311",
        ],
        env=[SecretEnv(name="TIPHYS_EVENTS_URL", secret_name="tiphys-events", secret_key="url", optional=True)],
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
        decide(name="ask", arguments={"decision": "retry"}, when="{{steps.deliver.status}} != Succeeded")
        target(name="again", arguments={**TARGET, **SOAK}, when=AGAIN)

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

        (
            admission
            >> wave("dev")
            >> wave("stage")
            >> approval("prod-east")
            >> wave("prod-east")
            >> wave("prod-west")
        )


if __name__ == "__main__":
    if "ARGO_SERVER" in os.environ:
        promotion.workflows_service = WorkflowsService(
            host=os.environ["ARGO_SERVER"].rstrip("/") + "/", token=os.environ["ARGO_TOKEN"]
        )
        promotion.create()
        print("started", promotion.namespace + "/" + promotion.name)
    else:
        sys.stdout.write(promotion.to_yaml())
