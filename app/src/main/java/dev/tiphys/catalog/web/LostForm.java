package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.OpenForm;

/// A form whose template has vanished while it was open, with what was filled in, to be sent again.
///
/// @param post where it goes again
/// @param kept what was filled in, without what is secret
/// @param lost how many secrets have to be filled in again
record LostForm(String title, String post, String back, List<Kept> kept, int lost) {

    /// @param label for people
    record Kept(String name, String label, String value) {}

    /// Whether something was filled into a form that is there no more.
    static boolean isLost(Map<String, String> filled, @Nullable Object mark) {
        return !filled.getOrDefault(OpenForm.FIELD, "").isEmpty() && "".equals(mark);
    }

    static String show(String title, String post, String back, Map<String, String> filled, Model model,
            HttpServletResponse response) {
        Set<String> secrets = new OpenForm(filled.getOrDefault(OpenForm.FIELD, "")).secrets();
        List<Kept> kept = filled.entrySet().stream()
                .filter(field -> !field.getKey().startsWith("_") && !field.getKey().equals(OpenForm.FIELD))
                .filter(field -> !secrets.contains(field.getKey().replaceFirst("^" + FormFields.PARAMETER, "")))
                .sorted(Map.Entry.comparingByKey()).map(field -> new Kept(field.getKey(),
                        field.getKey().replaceFirst("^" + FormFields.PARAMETER, "").replace('-', ' '),
                        field.getValue()))
                .toList();
        response.setStatus(HttpStatus.CONFLICT.value());
        int lost = (int) secrets.stream().filter(name -> filled.containsKey(FormFields.PARAMETER + name)).count();
        model.addAttribute("page", new LostForm(title, post, back, kept, lost));
        return "catalog/lost";
    }
}
