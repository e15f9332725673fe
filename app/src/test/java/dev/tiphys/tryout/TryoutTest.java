package dev.tiphys.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import dev.tiphys.sandbox.people.DemoUser;

class TryoutTest {

    @Test
    void doesNothingOutsideItsProfile() {
        StandardEnvironment environment = new StandardEnvironment();
        int before = environment.getPropertySources().size();
        new SandboxProfile().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getPropertySources()).hasSize(before);
        new ApplicationContextRunner().withUserConfiguration(SandboxPageRedirect.class)
                .run(portal -> assertThat(portal).doesNotHaveBean(SandboxPageRedirect.class));
    }

    @Test
    void leadsToTheSandboxsPageAndLeavesEveryOtherAlone() throws Exception {
        MockEnvironment environment = new MockEnvironment().withProperty("tiphys.sandbox.page",
                "http://localhost:8081/sandbox");
        SandboxPageRedirect redirect = new SandboxPageRedirect(environment);
        MockHttpServletResponse answer = new MockHttpServletResponse();
        redirect.doFilter(new MockHttpServletRequest("GET", "/sandbox"), answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(307);
        assertThat(answer.getHeader("Location")).isEqualTo("http://localhost:8081/sandbox");
        MockFilterChain onwards = new MockFilterChain();
        redirect.doFilter(new MockHttpServletRequest("GET", "/promotions"), new MockHttpServletResponse(), onwards);
        assertThat(onwards.getRequest()).isNotNull();
    }

    @Test
    void refusesToStartBesideRealSystems() {
        MockEnvironment real = new MockEnvironment().withProperty("tiphys.argocd[0].url", "https://argocd.example")
                .withProperty("spring.datasource.url", "jdbc:postgresql://db.example/tiphys");
        assertThatThrownBy(() -> RealEndpoints.refuse(real)).isInstanceOf(SandboxRefusal.class)
                .hasMessageContaining("real systems are configured: spring.datasource.url, tiphys.argocd.");
        MockEnvironment nothing = new MockEnvironment().withProperty("tiphys.environments[0].name", "dev")
                .withProperty("spring.flyway.placeholders.app_role", "tiphys_app");
        assertThatCode(() -> RealEndpoints.refuse(nothing)).doesNotThrowAnyException();
    }

    @Test
    void readsItsSettings() {
        MockEnvironment environment = new MockEnvironment().withProperty("server.port", "9090")
                .withProperty("tiphys.sandbox.speed", "5").withProperty("fresh", "")
                .withProperty("tiphys.sandbox.data", "temporary");
        TryoutSettings settings = TryoutSettings.read(environment);
        assertThat(settings.speed()).isEqualTo(5);
        assertThat(settings.fresh()).isTrue();
        assertThat(settings.isTemporary()).isTrue();
        assertThat(settings.portalUrl()).hasToString("http://localhost:9090");
        assertThat(TryoutSettings.read(new MockEnvironment().withProperty("server.port", "0")).portalPort())
                .isPositive();
    }

    @Test
    void knowsTheSamePeopleAsTheSandbox() throws Exception {
        PropertySource<?> file = new YamlPropertySourceLoader()
                .load("sandbox", new ClassPathResource("application-sandbox.yaml")).getFirst();
        List<String> people = new ArrayList<>();
        for (int i = 0; file.containsProperty("tiphys.sandbox.people[" + i + "].username"); i++) {
            String person = "tiphys.sandbox.people[" + i + "].";
            people.add(file.getProperty(person + "username") + ", " + file.getProperty(person + "name"));
        }
        assertThat(people)
                .isEqualTo(DemoUser.all().stream().map(user -> user.username() + ", " + user.name()).toList());
    }
}
