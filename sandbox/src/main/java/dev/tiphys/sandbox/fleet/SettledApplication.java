package dev.tiphys.sandbox.fleet;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/// A component on one member, with the objects that Argo CD deployed there.
record SettledApplication(Component component, Member member, List<ObjectNode> objects) {

    SettledApplication {
        objects = List.copyOf(objects);
    }

    static String name(Component component, Member member) {
        return component.name() + "-" + member.name();
    }

    String name() {
        return name(component, member);
    }

    boolean isSynced() {
        return component.liveVersion(member).equals(component.version(member));
    }
}
