package dev.tiphys.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.AccessPolicy;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.PolicyCheck;

/// A policy must speak of environments that exist, and leave somebody who can approve where an approval is needed.
@Component
class EnvironmentsInPolicy implements PolicyCheck {

    private final List<Environment> environments;

    EnvironmentsInPolicy(FleetProperties properties) {
        this.environments = EnvironmentOrder.of(properties.environments());
    }

    @Override
    public List<String> problems(AccessPolicy policy) {
        Set<String> names = environments.stream().map(Environment::name).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>(policy.roles().entrySet().stream()
                .flatMap(role -> Stream
                        .concat(role.getValue().environments().stream(),
                                role.getValue().grants().stream().flatMap(grant -> grant.environments().stream()))
                        .filter(name -> !name.contains("*") && !names.contains(name)).distinct()
                        .map(name -> "roles." + role.getKey() + ": there is no environment \"" + name + "\"."))
                .toList());
        environments.stream().filter(Environment::approval)
                .filter(environment -> !policy.anybodyMay(Permission.APPROVE, environment.name()))
                .forEach(environment -> problems.add("Nobody may approve in " + environment.name()
                        + ", which needs an approval. Grant it to somebody: an empty set never means anybody."));
        return problems;
    }
}
