package dev.tiphys.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.web.PersonMenuEntry;

/// What is the person's own, in the person menu.
@Configuration(proxyBeanMethods = false)
class AccessMenu {

    static final String PATH = "/access";

    private record Entry(String label, String path, int order) implements PersonMenuEntry {}

    @Bean
    PersonMenuEntry myAccess() {
        return new Entry("access.menu", PATH, 10);
    }

    @Bean
    PersonMenuEntry myTokens() {
        return new Entry("settings.tokens", TokensController.PATH, 20);
    }

    @Bean
    PersonMenuEntry mySessions() {
        return new Entry("settings.sessions", SessionsController.PATH, 30);
    }
}
