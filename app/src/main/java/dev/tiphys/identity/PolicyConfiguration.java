package dev.tiphys.identity;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Opens the book of the access policy.
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

    /// The inline policy is bound a second time, since the first binding does not notice keys that nobody knows.
    @Bean
    PolicyBook policyBook(Environment environment, AccessFile file, PolicyRecord record, List<PolicyCheck> checks,
            ApplicationEventPublisher events, Clock clock) {
        AccessPolicy inline = PolicyText.bind(Binder.get(environment));
        return PolicyBook.open(inline, new PolicyBook.Opening(file, record, checks, events, clock));
    }

    @Bean
    ServiceClaims serviceClaims(CurrentPolicy policy) {
        return (argoCd, project, service) -> policy.get().owners().judge(argoCd, project, service);
    }
}
