package dev.tiphys;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// Refuses to start a portal that could not work, and names every missing key at once instead of one per attempt.
final class ConfigurationCheck implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final List<List<String>> REQUIRED = List.of(List.of("spring.datasource.url"),
            List.of("tiphys.public-url"), List.of("tiphys.oidc.issuer"), List.of("tiphys.oidc.client-id"),
            List.of("tiphys.oidc.client-secret", "tiphys.oidc.client-secret-file"),
            List.of("tiphys.identity.key", "tiphys.identity.key-file"),
            List.of("tiphys.argocd[0].url"), List.of("tiphys.argocd[0].token", "tiphys.argocd[0].token-file"),
            List.of("tiphys.workflows.url"), List.of("tiphys.workflows.token", "tiphys.workflows.token-file"),
            List.of("tiphys.kubernetes.url"), List.of("tiphys.promotion.step-image"),
            List.of("tiphys.environments[0].name"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> missing = missingFrom(context.getEnvironment());
        if (!missing.isEmpty()) {
            throw new IncompleteConfigurationException(missing);
        }
    }

    private static List<String> missingFrom(Environment environment) {
        Stream<List<String>> absent = REQUIRED.stream().filter(
                keys -> keys.stream().noneMatch(key -> StringUtils.hasText(environment.getProperty(key))));
        return absent.map(keys -> String.join(" or ", keys)).toList();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
