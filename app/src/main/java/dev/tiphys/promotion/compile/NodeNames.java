package dev.tiphys.promotion.compile;

/// How a compiled workflow names its nodes: the one place that whoever follows or steers it may take them from. Steps
/// of a target that was tried again lie one level deeper for each time.
///
/// @param workflow its name
public record NodeNames(String workflow) {

    /// The gate before everything else: it opens when the portal knows the workflow as a promotion's.
    public static final String ADMISSION = "admit";

    /// The DAG task of a wave.
    public String wave(String wave) {
        return workflow + "." + wave;
    }

    /// The gate before a wave.
    public String gate(String wave) {
        return workflow + ".approve-" + wave;
    }

    /// The gate that admits the workflow.
    public String admission() {
        return workflow + "." + ADMISSION;
    }

    /// The suspend node that asks for a wave's approval the first time.
    public String approval(String wave) {
        return question(gate(wave), 0);
    }

    private static String question(String gate, int group) {
        return gate + "[" + group + "].ask";
    }

    /// The suspend node of one level of a gate. A gate whose question was answered without the portal asks again, one
    /// level deeper.
    public static String gateQuestion(String level) {
        return question(level, 0);
    }

    /// The step that looks whether the portal has signed the answer.
    public static String gateCheck(String level) {
        return level + "[1].check";
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
        return question(targetNode, 1);
    }

    /// The next attempt inside a target's node, or the next question inside a gate's, itself such a node.
    public static String again(String targetNode) {
        return targetNode + "[2].again";
    }

    /// The exit handler.
    public String notification() {
        return workflow + ".onExit";
    }
}
