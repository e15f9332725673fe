package dev.tiphys.connection;

import java.util.List;
import java.util.Optional;

/// Knows how to look whether a remote system is there. Each is asked in the background, on a thread of its own; the one
/// of Slack comes from the module that speaks to Slack.
public interface ConnectionProbe {

    /// Unique and fit for an address, such as `argocd-main`.
    String id();

    /// For people, such as `Argo CD main`.
    String name();

    String address();

    /// Whether the configuration has it at all; one that has it not is not listed.
    default boolean isUsed() {
        return true;
    }

    /// Looks once. Whatever it throws is shown as the reason why the system cannot be used; it is interrupted when it
    /// takes too long.
    Finding look() throws Exception;

    /// What the portal's token there may do; asked now and then after a look that went well.
    default List<TokenRight> rights() {
        return List.of();
    }

    /// The token that the portal shows there.
    default Optional<PortalToken> token() {
        return Optional.empty();
    }

    /// What a look found.
    ///
    /// @param version empty where the system tells none
    /// @param remark what is not as it should be although the system answers; empty when all is well
    record Finding(String version, String remark) {

        public static Finding well(String version) {
            return new Finding(version, "");
        }
    }
}
