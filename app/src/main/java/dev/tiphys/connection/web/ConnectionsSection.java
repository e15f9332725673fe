package dev.tiphys.connection.web;

import org.springframework.stereotype.Component;

import dev.tiphys.connection.RemoteSystems;
import dev.tiphys.web.SettingsSection;

/// The remote systems, for administrators.
@Component
class ConnectionsSection implements SettingsSection {

    static final String PATH = "/settings/connections";

    private final Administrators administrators;
    private final RemoteSystems systems;

    ConnectionsSection(Administrators administrators, RemoteSystems systems) {
        this.administrators = administrators;
        this.systems = systems;
    }

    @Override
    public String label() {
        return "settings.connections";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean visible() {
        return administrators.include();
    }

    @Override
    public int badge() {
        return administrators.include() ? systems.countUnreachable() : 0;
    }
}
