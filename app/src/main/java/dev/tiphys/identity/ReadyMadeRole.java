package dev.tiphys.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The roles that need no grants to be written: `like: deployer` in a role of the policy gives what stands here, within
/// that role's limits.
public enum ReadyMadeRole {

    /// Sees.
    VIEWER(Permission.VIEW),
    /// Brings versions out and steers what runs.
    DEPLOYER(Permission.VIEW, Permission.PROMOTE, Permission.OPERATE),
    /// Decides about what others asked for.
    APPROVER(Permission.VIEW, Permission.APPROVE),
    /// Offers and runs a provider's items.
    PROVIDER(Permission.VIEW, Permission.PROVISION),
    /// Looks after the portal; neither promotes nor approves, and does not read the audit log.
    ADMINISTRATOR(Permission.VIEW, Permission.ADMINISTER),
    /// Reads the audit log and reviews who may do what.
    AUDITOR(Permission.VIEW, Permission.AUDIT);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Permission> permissions;

    ReadyMadeRole(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    static Optional<ReadyMadeRole> find(String word) {
        return Stream.of(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
