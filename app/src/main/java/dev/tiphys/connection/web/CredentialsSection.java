package dev.tiphys.connection.web;

import org.springframework.stereotype.Component;

import dev.tiphys.web.SettingsSection;

/// The tokens that the portal itself uses, for administrators.
@Component
class CredentialsSection implements SettingsSection {

    static final String PATH = "/settings/credentials";

    private final Administrators administrators;

    CredentialsSection(Administrators administrators) {
        this.administrators = administrators;
    }

    @Override
    public String label() {
        return "settings.credentials";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean visible() {
        return administrators.include();
    }
}
