package dev.tiphys.testing;

import java.util.Map;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/// Gives the context a database when it starts, and another one to every further test class that shares the context.
final class FreshDatabase
        implements
            ApplicationContextInitializer<ConfigurableApplicationContext>,
            TestExecutionListener,
            Ordered {

    private static final String FIRST = "tiphys.test.first-database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = TestPostgres.fresh().url();
        context.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test database",
                        Map.of(FIRST, url, "spring.datasource.url", url, "spring.flyway.url", url, "spring.flyway.user",
                                TestPostgres.OWNER, "spring.flyway.password", TestPostgres.PASSWORD)));
    }

    @Override
    public void beforeTestClass(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBeanProvider(SwitchableDataSource.class)
                .ifAvailable(dataSource -> dataSource.switchTo(TestPostgres.fresh()));
    }

    @Override
    public int getOrder() {
        return 0;
    }

    /// Takes the place of the pool that Boot would make.
    @TestConfiguration(proxyBeanMethods = false)
    static class Pool {

        @Bean
        SwitchableDataSource dataSource(org.springframework.core.env.Environment environment) {
            return new SwitchableDataSource(new TestPostgres.Database(environment.getRequiredProperty(FIRST)));
        }
    }
}
