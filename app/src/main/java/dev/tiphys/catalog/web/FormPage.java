package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.FieldOfForm;

/// A form made of the parameters of a template and the schema of its sheet.
///
/// @param post where it goes
/// @param button what it does
/// @param review where an order is looked over first; null for an action
/// @param redraw where it is drawn anew with what is filled in
/// @param changes whether some fields show only sometimes
/// @param ordering the fields that only an order has; null for an action
/// @param confirm what only a deletion has; null for all else
/// @param problem what is wrong with the whole; empty when nothing is
record FormPage(String title, String item, String itemHref, String lead, String post, String back, String button,
        boolean danger, @Nullable String review, String redraw, boolean changes, @Nullable Ordering ordering,
        List<Part> parts, @Nullable Confirm confirm, String problem) {

    /// @param more what only some items ask for
    record Ordering(FieldView name, FieldView team, List<FieldView> more) {}

    /// @param title of the section; empty for those that are in none
    record Part(String title, List<InputView> inputs) {}

    /// @param kind how it is filled in
    /// @param type of the input for one line
    /// @param decides whether other fields depend on it
    record InputView(FieldView field, String kind, String type, List<FieldOfForm.Option> choices, boolean decides) {}

    /// @param name what has to be typed
    /// @param more what else has to be confirmed
    record Confirm(String name, FieldView field, List<FieldView> more) {}

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
