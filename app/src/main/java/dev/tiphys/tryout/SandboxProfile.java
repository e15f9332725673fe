package dev.tiphys.tryout;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/// Notices the profile `sandbox` once the configuration files are read, and only then touches the sandbox's classes:
/// the portal's image does not contain them.
final class SandboxProfile implements EnvironmentPostProcessor, Ordered {

    static final String NAME = "sandbox";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of(NAME)) || environment.getPropertySources().contains(NAME)) {
            return;
        }
        if (!ClassUtils.isPresent("dev.tiphys.sandbox.Sandbox", getClass().getClassLoader())) {
            throw new SandboxRefusal("The profile 'sandbox' is active, but this distribution contains no sandbox.",
                    "Start without the profile and configure the real systems, or run the portal from its source with "
                            + "'mvn spring-boot:run'.");
        }
        Tryout.begin(environment, application);
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 100;
    }
}
