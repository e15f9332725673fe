package dev.tiphys.promotion;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.identity.PolicyCheck;
import dev.tiphys.identity.ReservedNamespace;

/// Keeps the namespace of the promotions, whose pods hold Argo CD's tokens, to promotions.
@Configuration(proxyBeanMethods = false)
class PromotionPlace {

    @Bean
    ReservedNamespace promotionNamespace(WorkflowsPlace place) {
        return new ReservedNamespace(place.namespace(), "promotions run there with the tokens of Argo CD");
    }

    @Bean
    PolicyCheck promotionNamespaceCheck(ReservedNamespace promotionNamespace) {
        return policy -> policy.workflows().stream()
                .filter(tie -> tie.namespaces().contains(promotionNamespace.name()))
                .map(tie -> "workflows: team " + tie.team() + " cannot have the namespace " + promotionNamespace.name()
                        + ", since " + promotionNamespace.why() + ".")
                .toList();
    }
}
