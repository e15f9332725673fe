package dev.tiphys.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// The one place that decides whether a request gets the whole page or a fragment of it: a fragment, when htmx asks for
/// an element the page declares. A fragment is named after the id of its element.
@Component
public class PageView {

    /// The view to render; `fragments` are the ids of the template's elements that can be fetched alone.
    public String of(HttpServletRequest request, String template, String... fragments) {
        String wanted = request.getHeader("HX-Target");
        boolean partial = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
        // The header is chosen by the browser, so it is only compared: it must never reach the template engine.
        for (String fragment : Set.of(fragments)) {
            if (partial && fragment.equals(wanted)) {
                return template + " :: " + fragment;
            }
        }
        return template;
    }
}
