package dev.tiphys.sandbox.slack;

/// A channel of the workspace.
record SlackChannel(String id, String name) {

    boolean isCalled(String idOrName) {
        return id.equals(idOrName) || name.equals(idOrName) || ("#" + name).equals(idOrName);
    }
}
