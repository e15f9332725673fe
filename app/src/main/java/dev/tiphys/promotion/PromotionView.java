package dev.tiphys.promotion;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// A promotion as it is shown, in the JSON API and on its page.
///
/// @param from the versions it leaves behind, such as `v4`, joined by comma where targets differ
/// @param reason why it ended as it did; empty while it runs or when all went well
/// @param startedOutside whether the requester submitted its workflow to Argo Workflows, past the portal
/// @param note why, in the requester's words; empty without one
/// @param changeReference of the change it belongs to; empty without one
/// @param waitingFor what it waits for; null while nothing is waited for
public record PromotionView(PromotionId id, String service, String version, String from, PromotionPhase phase,
        String reason, String requester, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt,
        String planHash, @Nullable Waiting waitingFor, List<WaveView> waves, WorkflowName workflow, Instant asOf,
        boolean startedOutside, String note, String changeReference) {

    /// One that was started in the portal, without a word on why.
    public PromotionView(PromotionId id, String service, String version, String from, PromotionPhase phase,
            String reason, String requester, Instant createdAt, @Nullable Instant startedAt,
            @Nullable Instant finishedAt, String planHash, @Nullable Waiting waitingFor, List<WaveView> waves,
            WorkflowName workflow, Instant asOf) {
        this(id, service, version, from, phase, reason, requester, createdAt, startedAt, finishedAt, planHash,
                waitingFor,
                waves, workflow, asOf, false, "", "");
    }

    public PromotionView {
        waves = List.copyOf(waves);
    }

    /// Why nothing goes on, in one sentence, and who can change it.
    ///
    /// @param code `submit`, `approval`, `decision`, `continue`, `paused`, `workflow-unreachable` …
    /// @param subject the wave or the application the code speaks of
    /// @param who names of people and groups who can act
    /// @param actions the verbs of the API that end the wait: `approve`, `reject`, `retry`, `skip`, `continue`,
    ///        `resume`, `abort`
    public record Waiting(String code, String sentence, String subject, Instant since, @Nullable Instant until,
            List<String> who, List<String> actions) {

        public Waiting {
            who = List.copyOf(who);
            actions = List.copyOf(actions);
        }
    }

    /// The Workflow object that runs it.
    public record WorkflowName(String namespace, String name) {}

    /// One wave. Phases: `LATER, WAITING, RUNNING, SUCCEEDED, FAILED, ABORTED`.
    ///
    /// @param gate `none` or `approval`
    /// @param gateSentence how the gate stands, such as "approved by approver: load test was green"
    public record WaveView(String name, String phase, String gate, String gateSentence, int maxInFlight,
            @Nullable Instant startedAt, @Nullable Instant finishedAt, List<TargetView> targets) {

        public WaveView {
            targets = List.copyOf(targets);
        }
    }

    /// One target. Phases: `LATER, RUNNING, ASKS, SUCCEEDED, SKIPPED, FAILED`.
    ///
    /// @param step the verb that runs or ran last, such as `await-rollout`; empty before the first
    /// @param reason why it asks, failed or was skipped; else what it does now
    /// @param canaryWeight percent of the traffic on the new version; null without a canary
    /// @param canaryStep such as "step 3 of 6"; empty without a canary
    /// @param podName of the step that runs or ran last; empty before the first
    /// @param takenBy who looks after it while it asks; null when nobody does
    /// @param continuation what its rollout waits for a person with; null unless it asks for that
    public record TargetView(String application, String project, String cluster, String environment, String phase,
            String from, String to, String step, String reason, @Nullable Integer canaryWeight, String canaryStep,
            String health, String podName, @Nullable Instant startedAt, @Nullable Instant finishedAt,
            @Nullable String takenBy, @Nullable Continuation continuation) {

        /// A target that nobody looks after.
        public TargetView(String application, String project, String cluster, String environment, String phase,
                String from, String to, String step, String reason, @Nullable Integer canaryWeight, String canaryStep,
                String health, String podName, @Nullable Instant startedAt, @Nullable Instant finishedAt) {
            this(application, project, cluster, environment, phase, from, to, step, reason, canaryWeight, canaryStep,
                    health, podName, startedAt, finishedAt, null, null);
        }

        TargetView takenBy(@Nullable String name) {
            return new TargetView(application, project, cluster, environment, phase, from, to, step, reason,
                    canaryWeight, canaryStep, health, podName, startedAt, finishedAt, name, continuation);
        }

        TargetView continued(@Nullable Continuation waiting) {
            return new TargetView(application, project, cluster, environment, phase, from, to, step, reason,
                    canaryWeight, canaryStep, health, podName, startedAt, finishedAt, takenBy, waiting);
        }
    }

    /// A rollout that goes on when a person says Continue.
    ///
    /// @param strategy `canary` or `blue-green`
    /// @param step such as "step 3 of 6"; empty for a blue-green
    /// @param active the version that has the traffic, and the service it comes through; empty where it has none
    /// @param preview the version that would get it, and the service to look at it by
    /// @param since when it began to wait; null where nobody knows
    public record Continuation(String strategy, String step, String active, String activeService, String preview,
            String previewService, @Nullable Instant since) {}
}
