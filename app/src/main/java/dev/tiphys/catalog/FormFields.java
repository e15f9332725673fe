package dev.tiphys.catalog;

/// How the fields of an order's form are named, in forms and in messages about them.
public final class FormFields {

    /// The name of the instance.
    public static final String NAME = "name";
    /// The team that is to own it.
    public static final String TEAM = "team";
    /// The name again, of what is to be deleted.
    public static final String CONFIRM = "confirm";
    /// Whether to delete something that others use: `yes`.
    public static final String DESPITE = "despite";
    /// How long it is wanted, such as `30d`.
    public static final String KEEP_FOR = "keep-for";
    /// What stands before the name of a parameter of the provider's.
    public static final String PARAMETER = "parameter.";

    private FormFields() {
    }
}
