package dev.tiphys.audit.evidence;

import dev.tiphys.promotion.PromotionView;

/// The page that lies on top of the evidence.
final class EvidenceText {

    private EvidenceText() {
    }

    static String readme(PromotionView promotion) {
        return """
                Evidence of promotion %s
                %s %s -> %s, asked for by %s, %s

                plan.json          what was approved and run; its SHA-256 is the plan's hash
                                   %s
                manifest.yaml      the workflow as it was submitted; promote.py is the same as a Hera program
                promotion.json     how it went, wave by wave and target by target; transitions.json step by step
                approvals.json     the requests with policy, votes and history; decisions.json what the workflow was told
                workflow.json      the workflow as Argo Workflows has it now
                evidence.json      what steps, pods and analyses said when a target asked or ended
                analysis.json      the AnalysisRuns that Argo CD still shows
                revisions.json     what each application is synced to now
                audit.jsonl        the entries of the audit log about it
                chain.jsonl        the way from each entry to a signed checkpoint, without what the other entries say
                checkpoints.jsonl  those checkpoints
                keys.pem           the public keys the portal gives out
                index.json         the SHA-256 of each file

                To verify it without the portal, with a public key that you have from elsewhere:

                    tiphys audit verify --evidence THIS.zip --key PUBLIC.pem

                By hand: each line of chain.jsonl has hash = SHA-256(prev || digest) over the bytes of both; prev is the
                hash of the line before it. The digest of an entry is the SHA-256 of its canonical JSON (docs/audit.md).
                A line whose number a checkpoint has must have that checkpoint's hash; the checkpoint is signed with
                Ed25519 over five lines of text, each ended by a line feed:
                "tiphys audit checkpoint 1", the number, the hash, the time, the key's id.
                """.formatted(promotion.id(), promotion.service(), promotion.from(), promotion.version(),
                promotion.requester(), promotion.phase(), promotion.planHash());
    }
}
