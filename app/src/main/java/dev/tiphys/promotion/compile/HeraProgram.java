package dev.tiphys.promotion.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The Hera program: data first, then the templates, then the waves, as one would write it by hand.
final class HeraProgram {

    private static final String HEAD = """
            ""\"@TITLE@: @ROUTE@.

            Plan @HASH@.
            Needs Hera 7: pip install "hera[yaml]>=7,<8". With an Argo Server's address in ARGO_SERVER, such as
            https://argo.example:2746, and a token in ARGO_TOKEN it starts the promotion; else it prints the manifest.
            ""\"

            import json
            import os
            import sys
            from typing import NamedTuple

            from hera.workflows import DAG, Container, Parameter, RetryStrategy, SecretEnv, Steps, Suspend, Workflow
            from hera.workflows import WorkflowsService
            from hera.workflows import models as m

            VERSION = @VERSION@
            PLAN = @PLAN@
            # Gates believe what is signed with this key of the portal, and nothing else.
            GATE_KEY = @GATE_KEY@
            ARGUMENTS = {
                "version": VERSION,
                "plan": PLAN,
                "requester": @REQUESTER@,
                "note": os.environ.get("TIPHYS_NOTE", @NOTE@),
                "change": os.environ.get("TIPHYS_CHANGE", @CHANGE@),
            }
            IMAGE = @IMAGE@  # whose `tiphys step` the pods run
            MECHANISM = @MECHANISM@
            @ARGO_CD@

            """;
    private static final String WAVES = """

            class Wave(NamedTuple):
                ""\"Targets that change together: `in_flight` at once, each healthy for `soak` before it is done.""\"

                targets: @TYPE@
                in_flight: int
                soak: str


            # Targets are "project/application@version it leaves"@BY_ARGO_CD@.
            WAVES = {
            @WAVES@
            }
            """;
    private static final String MAIN = """


            if __name__ == "__main__":
                if "ARGO_SERVER" in os.environ:
                    promotion.workflows_service = WorkflowsService(
                        host=os.environ["ARGO_SERVER"].rstrip("/") + "/", token=os.environ["ARGO_TOKEN"]
                    )
                    promotion.create()
                    print("started", promotion.namespace + "/" + promotion.name)
                else:
                    sys.stdout.write(promotion.to_yaml())
            """;

    private HeraProgram() {
    }

    static String of(WorkflowModel model) {
        return PythonText.fill(HEAD, head(model)) + PythonText.fill(WAVES, waves(model)) + HeraSteps.of(model)
                + HeraTemplates.of(model)
                + HeraWaves.of(model) + MAIN;
    }

    private static Map<String, String> head(WorkflowModel model) {
        List<String> mechanism = new ArrayList<>(List.of("--mechanism", model.mechanism().kind()));
        if (!model.mechanism().subject().isEmpty()) {
            mechanism.addAll(List.of("--subject", model.mechanism().subject()));
        }
        Map<String, String> words = new HashMap<>(Map.of("REQUESTER", PythonText.literal(model.requester()), "NOTE",
                PythonText.literal(model.note()), "CHANGE", PythonText.literal(model.changeReference())));
        words.putAll(Map.of("TITLE", PythonText.escaped(model.title()), "ROUTE", PythonText.escaped(model.route()),
                "HASH",
                PythonText.escaped(model.planHash()), "VERSION", PythonText.literal(model.version()), "PLAN",
                PythonText.literal(model.planHash()), "GATE_KEY", PythonText.literal(model.workplace().gateKey()),
                "IMAGE",
                PythonText.literal(model.stepImage()), "MECHANISM", PythonText.list(mechanism, 12), "ARGO_CD",
                argoCd(model)));
        return words;
    }

    private static String argoCd(WorkflowModel model) {
        if (!model.hasSeveralArgoCds()) {
            return "ARGO_CD = " + PythonText.literal(model.argoCds().firstEntry().getValue())
                    + "  # the Secret with the server and the token of Argo CD";
        }
        List<String> secrets = model.argoCds().entrySet().stream()
                .map(entry -> PythonText.literal(entry.getKey()) + ": " + PythonText.literal(entry.getValue()))
                .toList();
        return "# The Secret with the server and the token of each Argo CD; its name is passed down to the pods.\n"
                + "ARGO_CDS = " + PythonText.enclosed("{", secrets, "}", 0)
                + "\nARGO_CD = \"{{inputs.parameters.argocd}}\"";
    }

    private static Map<String, String> waves(WorkflowModel model) {
        boolean several = model.hasSeveralArgoCds();
        return Map.of("TYPE", several ? "dict[str, list[str]]" : "list[str]", "BY_ARGO_CD",
                several ? ", by the Argo CD that has them" : "", "WAVES",
                String.join("\n", model.waves().stream().map(wave -> "    " + PythonText.literal(wave.name()) + ": "
                        + wave(wave, several) + ",").toList()));
    }

    private static String wave(WaveModel wave, boolean several) {
        List<String> byArgoCd = wave.items().entrySet().stream().map(
                entry -> PythonText.literal(entry.getKey()) + ": "
                        + PythonText.list(entry.getValue(), several ? 12 : 8))
                .toList();
        String targets = several
                ? PythonText.enclosed("{", byArgoCd, "}", 8)
                : PythonText.list(wave.items().firstEntry().getValue(), 8);
        return PythonText.enclosed("Wave(", List.of("targets=" + targets, "in_flight=" + wave.inFlight(),
                "soak=" + PythonText.literal(wave.soak())), ")", 4);
    }
}
