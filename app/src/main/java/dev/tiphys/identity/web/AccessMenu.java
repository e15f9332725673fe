package dev.tiphys.identity.web;

import org.springframework.stereotype.Component;

import dev.tiphys.web.PersonMenuEntry;

/// One's own rights, in the person menu.
@Component
class AccessMenu implements PersonMenuEntry {

    static final String PATH = "/access";

    @Override
    public String label() {
        return "access.menu";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public int order() {
        return 10;
    }
}
