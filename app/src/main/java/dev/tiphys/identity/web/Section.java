package dev.tiphys.identity.web;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.identity.Permission;
import dev.tiphys.web.SettingsSection;

/// A settings page about sign-in, for whoever holds a permission anywhere.
record Section(String label, String path, int order, Permission permission, CurrentPerson current,
        Access access) implements SettingsSection {

    @Override
    public boolean visible() {
        return current.find().filter(person -> access.mayAnywhere(person, permission)).isPresent();
    }
}
