package dev.tiphys.sandbox.fleet;

import java.util.List;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.argocd.ManifestSource;

/// A hub with its member clusters, and what runs on them when the sandbox begins: everything at rest, nothing to
/// wait for.
public final class Fleet {

    private final List<Member> members;
    private final List<Component> components;

    Fleet(List<Member> members, List<Component> components) {
        this.members = List.copyOf(members);
        this.components = List.copyOf(components);
    }

    /// Four clusters, three services, four add-ons.
    public static Fleet demo() {
        return new Fleet(Catalogue.demoMembers(), Catalogue.demoComponents());
    }

    /// 50 clusters with 10 Applications each.
    public static Fleet fifty() {
        return new Fleet(Catalogue.members(50), Catalogue.components(6));
    }

    /// Two clusters each for dev and stage, 104 for each of the two production environments, three services.
    public static Fleet squadron() {
        return new Fleet(Catalogue.squadronMembers(104), Catalogue.squadronComponents());
    }

    /// 500 clusters with 20 Applications each.
    public static Fleet armada() {
        return new Fleet(Catalogue.members(500), Catalogue.components(16));
    }

    /// The fleet by its name in `tiphys.sandbox.fleet`.
    public static Fleet named(String name) {
        return switch (name) {
            case "demo" -> demo();
            case "fifty" -> fifty();
            case "armada" -> armada();
            case "squadron" -> squadron();
            default -> throw new IllegalArgumentException(
                    "there is no fleet '" + name + "': tiphys.sandbox.fleet must be demo, fifty, squadron or armada");
        };
    }

    /// The names of the member clusters.
    public List<String> members() {
        return members.stream().map(Member::name).toList();
    }

    /// The names of the services, add-ons included.
    public List<String> services() {
        return components.stream().map(Component::name).toList();
    }

    /// What stands in the repositories of this fleet.
    public ManifestSource manifests() {
        return new FleetManifests(components);
    }

    /// Adds hub and members to the store and fills them. Call it before any controller starts.
    public void seed(World world, Commits commits, FleetAccess access) {
        world.store().addCluster(World.HUB);
        members.forEach(member -> world.store().addCluster(member.name()));
        new HubSeed(world).seed(members, access);
        MemberSeed seed = new MemberSeed(world);
        members.forEach(member -> seed.seedNamespaces(member, components));
        ApplicationSeed applications = new ApplicationSeed(world, commits);
        for (Component component : components) {
            List<SettledApplication> settled = members.stream().map(member -> seed.deploy(component, member)).toList();
            applications.seed(component, settled);
        }
    }
}
