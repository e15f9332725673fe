package dev.tiphys.sandbox.control;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.time.SimClock;

/// The sandbox's clock and faults, under `/sandbox` as a page and under `/sandbox/api` as JSON.
public final class ControlSandbox {

    /// Where the levers are mounted.
    public static final String PREFIX = "/sandbox";

    private final Levers levers;
    private final ControlPage.Targets targets;

    private ControlSandbox(Levers levers, ControlPage.Targets targets) {
        this.levers = levers;
        this.targets = targets;
    }

    /// Mounts the levers and stands before every other system.
    ///
    /// @param fleetKinds the faults of the fleet itself, by name
    /// @param portals hears the address of a portal that uses this sandbox
    public static void install(SandboxServer server, SimClock clock, FleetFaults fleetKinds, Consumer<URI> portals) {
        HttpFaults httpFaults = new HttpFaults(clock);
        server.intercept(ControlSandbox::refusesForeignPage);
        server.intercept(httpFaults);
        ReportedVersions versions = new ReportedVersions();
        server.intercept(versions);
        Map<String, FaultKind> kinds = new HashMap<>(new HttpFaultKinds(httpFaults, clock).all());
        kinds.putAll(fleetKinds.kinds());
        kinds.put("version", versions::begin);
        Levers levers = new Levers(clock, new FaultBook(kinds), httpFaults, portals);
        ControlSandbox control = new ControlSandbox(levers,
                new ControlPage.Targets(fleetKinds.services(), fleetKinds.clusters()));
        server.mount(PREFIX, control.routes());
    }

    // A page of another site, open in the same browser, must not move the levers.
    private static boolean refusesForeignPage(Request request) throws IOException {
        String origin = request.header("Origin").orElse("");
        boolean foreign = !origin.isEmpty() && !origin.equals("http://" + request.header("Host").orElse(""))
                && !request.method().equals("GET");
        if (foreign) {
            request.answer(403, "text/plain; charset=utf-8", "this page may not change the sandbox\n");
        }
        return foreign;
    }

    private Routes routes() {
        Routes routes = new Routes(PREFIX,
                request -> request.answer(404, "text/plain", "the sandbox has no such page\n"),
                request -> request.answer(405, "text/plain", "the sandbox does not take this method here\n"))
                .on("GET", "", (request, path) -> show(request, 200, "")).on("POST", "/speed", form(levers::setSpeed))
                .on("POST", "/advance", form(levers::advance)).on("POST", "/faults", form(levers::setFault))
                .on("POST", "/cut", form(levers::cutStreams)).on("POST", "/lift", form(this::lift));
        new ControlApi(levers).addTo(routes);
        return routes;
    }

    private void lift(Form wish) {
        if (wish.get("id").equals("all")) {
            levers.liftAll();
        } else {
            levers.lift(wish.get("id"));
        }
    }

    private Routes.RouteHandler form(Consumer<Form> lever) {
        return (request, path) -> {
            try {
                lever.accept(Form.body(request));
                request.answerHeader("Location", PREFIX);
                request.answer(303, "text/plain", "");
            } catch (IllegalArgumentException mistake) {
                show(request, 400, String.valueOf(mistake.getMessage()));
            }
        };
    }

    private void show(Request request, int status, String notice) throws IOException {
        new ControlPage(levers, targets, notice).page().answer(request, status);
    }

    /// The faults that belong to the fleet, and the names that they take.
    public record FleetFaults(Map<String, FaultKind> kinds, List<String> services, List<String> clusters) {

        public FleetFaults {
            kinds = Map.copyOf(kinds);
            services = List.copyOf(services);
            clusters = List.copyOf(clusters);
        }
    }
}
