package dev.tiphys.sandbox.workflows.engine;

import java.nio.charset.StandardCharsets;

/// The names that Argo derives from a node's name.
public final class NodeIds {

    private static final int LONGEST_POD_PREFIX = 253 - 10;

    private NodeIds() {
    }

    /// The key in `status.nodes`: the workflow's name for the root, else with FNV-1a of the node's name.
    public static String of(String workflow, String nodeName) {
        return nodeName.equals(workflow) ? workflow : workflow + "-" + hash(nodeName);
    }

    /// The pod's name in format v2.
    public static String pod(String workflow, String nodeName, String template) {
        if (nodeName.equals(workflow)) {
            return workflow;
        }
        String prefix = workflow + "-" + template;
        return prefix.substring(0, Math.min(prefix.length(), LONGEST_POD_PREFIX)) + "-" + hash(nodeName);
    }

    static String hash(String text) {
        int hash = 0x811c9dc5;
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * 0x01000193;
        }
        return Integer.toUnsignedString(hash);
    }
}
