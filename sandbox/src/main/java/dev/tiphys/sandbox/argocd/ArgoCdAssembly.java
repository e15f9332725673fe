package dev.tiphys.sandbox.argocd;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.Kind;

/// Puts the parts of the sandbox's Argo CD together.
final class ArgoCdAssembly {

    private final World world;
    private final ArgoCdTimings timings;
    private final Informer secrets;
    private final Informer projects;
    private final ApplicationStore applications;
    private final ClusterDirectory clusters;
    private final ClusterReachability reachability = new ClusterReachability();
    private final Repositories repositories = new Repositories();
    private final LiveObjects live;
    private final Renderer renderer;
    private final Comparer comparer;
    private final EventLog events;
    private final SyncWindows windows;

    private ArgoCdAssembly(World world, ManifestSource manifests, ArgoCdTimings timings) {
        this.world = world;
        this.timings = timings;
        this.secrets = Informer.on(world.store(), Kind.SECRET);
        this.projects = Informer.on(world.store(), Kind.APP_PROJECT);
        this.applications = new ApplicationStore(world, Informer.on(world.store(), Kind.APPLICATION));
        this.clusters = new ClusterDirectory(world.store(), secrets);
        this.live = new LiveObjects(world.store());
        this.renderer = new Renderer(manifests, repositories, clusters);
        this.comparer = new Comparer(renderer, live, clusters, reachability);
        this.events = new EventLog(world);
        this.windows = new SyncWindows(applications, projects);
    }

    static ArgoCdSandbox install(World world, SandboxServer server, ManifestSource manifests, ArgoCdTimings timings) {
        ArgoCdAssembly assembly = new ArgoCdAssembly(world, manifests, timings);
        ArgoCdTokens tokens = new ArgoCdTokens(world.clock());
        ApplicationFeed feed = new ApplicationFeed(assembly.applications.informer());
        Gateway gateway = new Gateway(ArgoCdSandbox.PREFIX, tokens);
        new ServerApi(tokens).mount(gateway);
        assembly.mount(gateway, feed);
        assembly.startControllers();
        assembly.addApplicationSets(gateway);
        server.mount(ArgoCdSandbox.PREFIX, gateway);
        return new ArgoCdSandbox(tokens, assembly.reachability, assembly.repositories, feed);
    }

    private void mount(Gateway gateway, ApplicationFeed feed) {
        ApplicationAccess access = new ApplicationAccess(applications);
        ApplicationView view = new ApplicationView(live);
        new ApplicationsApi(access, view, new SpecValidation(applications, renderer, clusters, projects, timings))
                .mount(gateway);
        new ApplicationStreamApi(applications, view, feed).mount(gateway);
        new OperationsApi(access, view, repositories, windows, timings).mount(gateway);
        new ApplicationFactsApi(access, windows, repositories, events, clusters).mount(gateway);
        mountResources(gateway, access);
        ClusterMonitor monitor = new ClusterMonitor(applications, clusters, reachability, timings);
        monitor.start();
        new ClustersApi(clusters, monitor).mount(gateway);
        new ProjectsApi(projects, clusters).mount(gateway);
    }

    private void mountResources(Gateway gateway, ApplicationAccess access) {
        LiveAccess objects = new LiveAccess(applications, live, clusters, reachability, timings);
        new ResourceTreeApi(access, live).mount(gateway);
        new ManifestsApi(access, renderer, live).mount(gateway);
        new LiveResourceApi(access, objects, events).mount(gateway);
        new LogsApi(access, objects).mount(gateway);
    }

    private void addApplicationSets(Gateway gateway) {
        Informer sets = Informer.on(world.store(), Kind.APPLICATION_SET);
        ApplicationSetRenderer sources = new ApplicationSetRenderer(new Generators(clusters));
        new ApplicationSetsApi(world, sets, projects, sources).mount(gateway);
        new ApplicationSetController(world, sets, sources, new Children(applications), timings).start(secrets,
                applications.informer());
    }

    private void startControllers() {
        Refresher refresher = new Refresher(applications, comparer, new AutoSync(applications, windows, timings),
                timings);
        SyncContext context = new SyncContext(applications, new SyncPlanner(renderer, comparer, clusters),
                new ManifestApplier(world.store()), refresher, timings, events);
        new ApplicationController(context, new Operations(context), clusters, live)
                .start(applications.informer(), secrets, reachability);
    }
}
