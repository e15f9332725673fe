package dev.tiphys.promotion.web;

/// The two texts of a workflow with their names.
final class Texts {

    static final String HERA_TYPE = "text/x-python;charset=UTF-8";
    static final String YAML_TYPE = "application/yaml;charset=UTF-8";

    private Texts() {
    }

    static ProgramText hera(String text, String href) {
        return new ProgramText("Hera", "python", text, "promote.py", href);
    }

    static ProgramText manifest(String text, String href) {
        return new ProgramText("Manifest", "yaml", text, "promotion.yaml", href);
    }
}
