package dev.tiphys.promotion.web;

import java.time.Duration;
import java.util.List;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// A plan to draw.
final class SamplePlans {

    private SamplePlans() {
    }

    static Plan plan() {
        return new Plan(Plan.FORMAT, "checkout", "v5", new Mechanism("kustomize-image", "registry.example/checkout"),
                List.of(wave("dev", new Gate.AtOnce()), wave("stage", new Gate.AtOnce()),
                        wave("prod-east", new Gate.Approval()), wave("prod-west", new Gate.AtOnce())),
                "registry.example/tiphys@sha256:1");
    }

    private static Wave wave(String environment, Gate gate) {
        return new Wave(environment, gate, 1, Duration.ofSeconds(60), List.of(new Target(
                ApplicationRef.of("shop", "checkout-" + environment), "hub", environment, environment, "v4")));
    }

    static List<Remark> remarks() {
        return List.of(new Remark(Remark.Level.WARNING, "cluster-unreachable", "prod-west", "checkout-prod-west",
                "prod-west is not reachable since 6 min; its target will ask a person if that lasts"));
    }

    static ProgramText hera() {
        return new ProgramText("Hera", "python", """
                # checkout v4 → v5: dev, stage, prod-east, prod-west
                import os

                from hera.workflows import DAG, Container, Parameter, Steps, Suspend, Workflow

                VERSION = "v5"
                MOST = 3


                def deliver(name: str, soak: str = "60s") -> Steps:
                    with Steps(name=name, inputs=[Parameter(name="target")]) as steps:
                        Container(name="set-version", image="tiphys", command=["tiphys", "step"])
                    return steps


                with Workflow(
                    name="checkout-v5-01jd8k",
                    namespace="promotions",
                    entrypoint="promotion",
                    service_account_name="tiphys-promotion",
                    arguments=[Parameter(name="version", value=VERSION)],
                ) as promotion:
                    with DAG(name="promotion"):
                        print(os.environ["ARGO_SERVER"])
                """, "promote.py", "/promotions/1/hera");
    }

    static ProgramText manifest() {
        return new ProgramText("Manifest", "yaml", """
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata:
                  name: checkout-v5-01jd8k
                  namespace: promotions
                  annotations:
                    tiphys.dev/plan: 7f3a91c04e5d6b7a8c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d
                spec:
                  entrypoint: promotion
                  # one template per wave
                  templates:
                    - name: promotion
                      dag:
                        tasks:
                          - name: dev
                            template: wave-dev
                            withParam: '["shop/checkout-dev@v4"]'
                """, "promotion.yaml", "/promotions/1/manifest");
    }
}
