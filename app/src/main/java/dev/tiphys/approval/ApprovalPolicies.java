package dev.tiphys.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.AccessPolicy;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Scope;

/// The configured policies. One by which nobody could ever decide is an error, when the portal starts and when the
/// access policy changes ([ApproversInPolicy]): an empty set of approvers means nobody, never anybody.
@Component
class ApprovalPolicies {

    private final List<ApprovalPolicy> policies;

    ApprovalPolicies(ApprovalProperties properties, Environment environment) {
        this.policies = properties.policies();
        List<String> problems = emptyLists(policies.size(), environment);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    /// The first that fits, else the one that demands one other person.
    ApprovalPolicy of(ApprovalSubject.Kind kind, Scope scope) {
        return policies.stream().filter(policy -> policy.covers(kind, scope)).findFirst()
                .orElse(ApprovalPolicy.DEFAULT);
    }

    static List<String> problems(List<ApprovalPolicy> policies, AccessPolicy access) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < policies.size(); i++) {
            ApprovalPolicy policy = policies.get(i);
            String key = "tiphys.approvals.policies[" + i + "] (" + policy.name() + "): ";
            List<String> approvers = approvers(policy, access).toList();
            if (approvers.isEmpty()) {
                problems.add(key + "no role grants approve there, so nobody could ever decide.");
                continue;
            }
            Stream.concat(policy.groups().stream(), policy.escalateTo().stream())
                    .filter(group -> !approvers.contains(group))
                    .map(group -> key + "no role grants approve there to the group " + group + ".")
                    .forEach(problems::add);
        }
        return problems;
    }

    // A list that is there and empty looks like one that was left out, and must not mean the same.
    private static List<String> emptyLists(int count, Environment environment) {
        Binder binder = Binder.get(environment);
        return IntStream.range(0, count).mapToObj(i -> "tiphys.approvals.policies[" + i + "].groups")
                .filter(key -> binder.bind(key, String.class).map(String::isBlank).orElse(false))
                .map(key -> key + " is empty, so nobody could ever decide. Name groups, or leave the key out.")
                .toList();
    }

    private static Stream<String> approvers(ApprovalPolicy policy, AccessPolicy access) {
        return access.roles().values().stream()
                .filter(role -> role.everyGrant().stream().anyMatch(grant -> reaches(grant, policy)))
                .flatMap(role -> role.groups().stream());
    }

    private static boolean reaches(AccessPolicy.Grant grant, ApprovalPolicy policy) {
        return grant.effect() == AccessPolicy.Effect.ALLOW && grant.permissions().contains(Permission.APPROVE)
                && Glob.anyOverlap(grant.services(), policy.services()) && teamsReach(grant.teams(), policy.teams())
                && Glob.anyOverlap(grant.environments(), policy.environments())
                && Glob.anyOverlap(grant.providers(), policy.providers());
    }

    private static boolean teamsReach(Set<String> granted, Collection<String> wanted) {
        return granted.contains("@own") || Glob.anyOverlap(granted, wanted);
    }
}
