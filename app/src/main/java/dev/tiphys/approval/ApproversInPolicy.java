package dev.tiphys.approval;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.AccessPolicy;
import dev.tiphys.identity.PolicyCheck;

/// An access policy must leave somebody who can decide under each approval policy.
@Component
class ApproversInPolicy implements PolicyCheck {

    private final ApprovalProperties properties;

    ApproversInPolicy(ApprovalProperties properties) {
        this.properties = properties;
    }

    @Override
    public List<String> problems(AccessPolicy policy) {
        return ApprovalPolicies.problems(properties.policies(), policy);
    }
}
