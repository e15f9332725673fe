package dev.tiphys.identity.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.Permission;
import dev.tiphys.web.SettingsSection;

/// The settings pages about sign-in.
@Configuration(proxyBeanMethods = false)
class Sections {

    @Bean
    SettingsSection sessionsSection(CurrentPerson current, Access access) {
        return new Section("settings.sessions", SessionsController.PATH, 60, Permission.VIEW, current, access);
    }

    @Bean
    SettingsSection tokensSection(CurrentPerson current, Access access) {
        return new Section("settings.tokens", TokensController.PATH, 61, Permission.VIEW, current, access);
    }

    @Bean
    SettingsSection serviceAccountsSection(CurrentPerson current, Access access) {
        return new Section("settings.service-accounts", ServiceAccountsController.PATH, 62, Permission.ADMINISTER,
                current, access);
    }
}
