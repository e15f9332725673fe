package dev.tiphys.promotion.web;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.SettingsSection;

/// The hub's tools, for administrators.
@Component
class ToolsSection implements SettingsSection {

    static final String PATH = "/settings/tools";

    private final CurrentPerson current;
    private final Access access;

    ToolsSection(CurrentPerson current, Access access) {
        this.current = current;
        this.access = access;
    }

    @Override
    public String label() {
        return "settings.tools";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean visible() {
        return current.find().filter(person -> access.may(person, Permission.ADMINISTER, Scope.portal()).allowed())
                .isPresent();
    }
}
