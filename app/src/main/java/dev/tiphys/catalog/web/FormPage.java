package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A form made of the parameters of a template.
///
/// @param post where it goes
/// @param button what it does
/// @param ordering the fields that only an order has; null for an action
/// @param confirm what only a deletion has; null for all else
/// @param problem what is wrong with the whole; empty when nothing is
record FormPage(String title, String item, String itemHref, String lead, String post, String back, String button,
        boolean danger, @Nullable Ordering ordering, List<FieldView> fields, @Nullable Confirm confirm,
        String problem) {

    record Ordering(FieldView name, FieldView team) {}

    /// @param name what has to be typed
    record Confirm(String name, FieldView field) {}

    /// @param id also its name in the form
    /// @param options none for free text
    /// @param error empty when it is right
    record FieldView(String id, String label, String hint, List<String> options, String value, boolean required,
            String error) {

        /// Whether an option has to be added by which nothing is chosen.
        public boolean canBeEmpty() {
            return !required || !options.contains(value);
        }
    }
}
