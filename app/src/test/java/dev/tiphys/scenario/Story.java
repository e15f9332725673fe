package dev.tiphys.scenario;

import java.net.URI;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/// Who takes part in the stories of this portal: its users, and the fleet.
@TestComponent
record Story(Environment environment) {

    PortalApi as(String user) {
        return PortalApi.as(user, portal());
    }

    PortalApi developer() {
        return as("developer");
    }

    PortalApi approver() {
        return as("approver");
    }

    URI portal() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    FleetLevers fleet() {
        String page = environment.getRequiredProperty("tiphys.sandbox.page");
        return new FleetLevers(URI.create(page.substring(0, page.length() - "/sandbox".length())));
    }
}
