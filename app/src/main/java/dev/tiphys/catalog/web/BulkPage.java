package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.web.FormPage.FieldView;
import dev.tiphys.web.Status;

/// One action on many instances: before it begins with the form, then with what became of each.
///
/// @param lead how many, and how it goes
/// @param form null once it has begun
/// @param progress null before it has begun
record BulkPage(String title, String item, String itemHref, String lead, @Nullable Form form,
        @Nullable Progress progress, List<Row> rows, String live) {

    /// @param confirm the number that has to be typed; null where nothing is deleted
    /// @param problem what is wrong with the whole; empty when nothing is
    record Form(String post, String back, String button, boolean danger, List<FormPage.Part> parts,
            @Nullable FieldView confirm, String problem) {}

    /// @param settled of how many nothing more will come
    record Progress(long settled, int all, long wrong) {}

    /// @param note why it cannot be, or what went wrong; empty when there is nothing to say
    record Row(String name, String href, Status status, String owner, String note, boolean wrong) {}
}
