package dev.tiphys.approval;

import java.util.List;

import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How approvals are asked for. The first policy that fits a request counts.
///
/// @param compareUrl where two versions of a service can be compared, with `{service}`, `{from}` and `{to}`; empty
///        when nowhere
@Validated
@ConfigurationProperties("tiphys.approvals")
record ApprovalProperties(@DefaultValue List<@Valid ApprovalPolicy> policies, @DefaultValue("") String compareUrl) {

    ApprovalProperties {
        policies = List.copyOf(policies);
    }
}
