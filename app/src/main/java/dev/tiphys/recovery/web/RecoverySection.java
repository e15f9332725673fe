package dev.tiphys.recovery.web;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Scope;
import dev.tiphys.recovery.Standstill;
import dev.tiphys.web.SettingsSection;

/// The page of the recovery, for administrators.
@Component
class RecoverySection implements SettingsSection {

    static final String PATH = "/settings/recovery";

    private final CurrentPerson current;
    private final Access access;
    private final Standstill standstill;

    RecoverySection(CurrentPerson current, Access access, Standstill standstill) {
        this.current = current;
        this.access = access;
        this.standstill = standstill;
    }

    @Override
    public String label() {
        return "settings.recovery";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public boolean visible() {
        return current.find().filter(person -> access.may(person, Permission.ADMINISTER, Scope.portal()).allowed())
                .isPresent();
    }

    @Override
    public int badge() {
        return standstill.isHeld() && visible() ? 1 : 0;
    }
}
