package dev.tiphys.promotion.compile;

/// How a compiled workflow names its nodes: the one place that whoever follows or steers it may take them from. Steps
/// of a target that was tried again lie one level deeper for each time.
///
/// @param workflow its name
public record NodeNames(String workflow) {

    /// The DAG task of a wave.
    public String wave(String wave) {
        return workflow + "." + wave;
    }

    /// The gate before a wave.
    public String gate(String wave) {
        return workflow + ".approve-" + wave;
    }

    /// The suspend node that asks for a wave's approval.
    public String approval(String wave) {
        return gate(wave) + "[0].ask";
    }

    /// What the name of a target's node ends with; before it stands the wave's name and the fan-out task.
    public static String targetSuffix(int index, String item) {
        return "(" + index + ":" + item + ")";
    }

    /// The delivery inside a target's node.
    public static String delivery(String targetNode) {
        return targetNode + "[0].deliver";
    }

    /// The suspend node that asks what to do with a failed target.
    public static String question(String targetNode) {
        return targetNode + "[1].ask";
    }

    /// The next attempt inside a target's node, itself such a node.
    public static String again(String targetNode) {
        return targetNode + "[2].again";
    }

    /// The exit handler.
    public String notification() {
        return workflow + ".onExit";
    }
}
