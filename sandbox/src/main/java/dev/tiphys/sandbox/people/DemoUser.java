package dev.tiphys.sandbox.people;

import java.util.List;
import java.util.Optional;

/// A person of the sandbox. Their groups are what the portal derives permissions from.
public record DemoUser(String username, String name, String role, List<String> groups) {

    private static final List<DemoUser> ALL = List.of(
            new DemoUser("viewer", "Vera Lindqvist", "looks at everything", List.of("viewers")),
            new DemoUser("developer", "Deniz Aksoy", "promotes payments and shop",
                    List.of("payments-team", "shop-team")),
            new DemoUser("approver", "Amara Okafor", "decides about production",
                    List.of("payments-approvers", "prod-approvers")),
            new DemoUser("provider", "Piet de Vries", "offers the pet store", List.of("pet-store-providers")),
            new DemoUser("admin", "Ada Moreau", "runs the platform", List.of("platform-admins")));

    public DemoUser {
        groups = List.copyOf(groups);
    }

    public static List<DemoUser> all() {
        return ALL;
    }

    public static Optional<DemoUser> find(String username) {
        return ALL.stream().filter(user -> user.username.equals(username)).findFirst();
    }

    /// The fixed API token with which the portal in its sandbox profile knows this person.
    public String apiToken() {
        return "tph_sandbox_" + username;
    }

    /// The token with which Argo Workflows knows this person, as signed in with the same provider.
    public String argoToken() {
        return "argo_sandbox_" + username;
    }

    public String email() {
        return username + "@tiphys.example";
    }
}
