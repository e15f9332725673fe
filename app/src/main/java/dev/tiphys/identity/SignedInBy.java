package dev.tiphys.identity;

import java.io.Serializable;
import java.util.Set;

/// How a person proved who they are.
public sealed interface SignedInBy extends Serializable {

    /// In the audit log's words.
    String words();

    /// By OpenID Connect, in a browser.
    record Browser() implements SignedInBy {

        @Override
        public String words() {
            return "session";
        }
    }

    /// By an API token, which lends only some of the person's permissions.
    record Token(String name, Set<Permission> permissions) implements SignedInBy {

        public Token {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String words() {
            return "token " + name;
        }
    }

    /// By a signed interaction of the linked Slack account, which lends the right to approve and nothing else.
    record Slack(String team, String user) implements SignedInBy {

        @Override
        public String words() {
            return "slack " + team + "/" + user;
        }
    }

    /// By a token of their own at Argo Workflows, which lends the right to promote and nothing else.
    record ArgoWorkflows() implements SignedInBy {

        @Override
        public String words() {
            return "argo workflows";
        }
    }

    /// By a one-time link that somebody minted on a pod, while the identity provider was down.
    record Emergency(String reason) implements SignedInBy {

        @Override
        public String words() {
            return "emergency session";
        }
    }
}
