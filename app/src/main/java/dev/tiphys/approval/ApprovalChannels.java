package dev.tiphys.approval;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Scope;

/// Where the people who decide about something are told, by the policies.
@Component
public class ApprovalChannels {

    private final ApprovalPolicies policies;

    ApprovalChannels(ApprovalPolicies policies) {
        this.policies = policies;
    }

    /// The channel of the policy that fits; empty where none names one, or where it leaves Slack out.
    public Optional<String> find(Scope scope) {
        ApprovalPolicy policy = policies.of(ApprovalSubject.Kind.PROMOTION_GATE, scope);
        return Optional.of(policy.slackChannel())
                .filter(channel -> !channel.isBlank() && policy.slackMode() != ApprovalPolicy.SlackMode.OFF);
    }
}
