package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.ContractFinding;
import dev.tiphys.catalog.NewItemWish;

/// The form that makes an item of a script or job, and what it wrote.
///
/// @param errors by field
/// @param problem what is wrong with the whole; empty when nothing is
/// @param written the templates; null before anything could be written
record NewItemPage(String provider, String path, NewItemWish wish, List<Box> boxes, Map<String, String> errors,
        String problem, @Nullable CodeText written, List<ContractFinding> findings) {

    /// One field of the form.
    ///
    /// @param rows how many lines it has; 1 for an input
    record Box(String id, String label, String hint, String value, int rows, boolean code, List<String> options,
            String error) {}
}
