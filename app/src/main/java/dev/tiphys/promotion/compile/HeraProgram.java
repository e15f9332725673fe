package dev.tiphys.promotion.compile;

/// stub
final class HeraProgram {
    static String of(WorkflowModel m) {
        return "";
    }
    private HeraProgram() {
    }
}
