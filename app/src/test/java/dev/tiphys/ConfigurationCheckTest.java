package dev.tiphys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ConfigurationCheckTest {

    @Test
    void namesEveryMissingKeyAtOnce() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://db")
                .withProperty("tiphys.oidc.client-secret-file", "/secrets/oidc");
        assertThatThrownBy(() -> check(environment)).isInstanceOf(IncompleteConfigurationException.class)
                .hasMessageContaining("tiphys.oidc.issuer").hasMessageContaining("tiphys.argocd[0].url")
                .hasMessageContaining("tiphys.workflows.token or tiphys.workflows.token-file")
                .hasMessageContaining("tiphys.environments[0].name")
                .hasMessageNotContaining("spring.datasource.url").hasMessageNotContaining("client-secret");
    }

    @Test
    void theFailureIsAdviceAndNoStackTrace() {
        FailureAnalysis analysis = new IncompleteConfigurationAnalyzer()
                .analyze(new IncompleteConfigurationException(java.util.List.of("tiphys.public-url")));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("    tiphys.public-url");
        assertThat(analysis.getAction()).contains("docs/configuration.md", "sandbox");
    }

    private static void check(MockEnvironment environment) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new ConfigurationCheck().initialize(context);
    }
}
