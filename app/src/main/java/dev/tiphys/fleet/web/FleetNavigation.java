package dev.tiphys.fleet.web;

import org.springframework.stereotype.Component;

import dev.tiphys.web.NavigationEntry;
import dev.tiphys.web.Visitor;

/// The fleet in the top bar.
@Component
class FleetNavigation implements NavigationEntry {

    private final Visitor visitor;

    FleetNavigation(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public String label() {
        return "nav.fleet";
    }

    @Override
    public String path() {
        return "/fleet";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean visible() {
        return visitor.name().isPresent();
    }
}
