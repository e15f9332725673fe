package dev.tiphys.catalog;

import java.util.List;

import dev.tiphys.catalog.sheet.ItemSheet.FormOfSheet;

/// What can be done with an item: one WorkflowTemplate, with the form that its parameters make.
///
/// @param fields what people fill in; what the portal itself fills in is not among them
/// @param supplied the names of those parameters that the portal fills in
/// @param content the hash of the template
/// @param form what the provider says of the form beyond the parameters
public record ItemAction(String name, String title, String description, String template, List<Field> fields,
        List<String> supplied, String content, FormOfSheet form) {

    /// Parameters of these names get the instance's id, name and owner.
    static final List<String> BY_THE_PORTAL = List.of("instance-id", "instance-name", "instance-owner");
    /// What a provider says of a form that says nothing.
    static final FormOfSheet PLAIN = new FormOfSheet("", List.of());

    public ItemAction {
        fields = List.copyOf(fields);
        supplied = List.copyOf(supplied);
    }

    /// One field of the form.
    ///
    /// @param options the only values; empty when anything goes
    /// @param preset empty when there is none
    public record Field(String name, String description, List<String> options, String preset, boolean required) {

        public Field {
            options = List.copyOf(options);
        }
    }
}
