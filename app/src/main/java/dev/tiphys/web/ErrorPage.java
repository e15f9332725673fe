package dev.tiphys.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// The page that shows a failure, for handlers and for the filters before them: those have no handler that would
/// render it.
@Component
public class ErrorPage {

    private static final String TEMPLATE = "error/failure";

    private final FrameAdvice frame;
    private final ViewResolver views;

    ErrorPage(FrameAdvice frame, @Qualifier("thymeleafViewResolver") ViewResolver views) {
        this.frame = frame;
        this.views = views;
    }

    /// For htmx it is a message beside the page it already has.
    ModelAndView of(Failure failure, HttpServletRequest request, HttpServletResponse response) {
        boolean partial = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        ModelAndView page = new ModelAndView(partial ? TEMPLATE + " :: failure" : TEMPLATE, failure.status());
        page.addObject("page", failure);
        page.addObject("frame", frame.frame(request));
        if (partial) {
            response.setHeader("HX-Retarget", "#toasts");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        return page;
    }

    /// Writes the page at once.
    public void write(HttpServletRequest request, HttpServletResponse response, Failure failure) throws IOException {
        ModelAndView page = of(failure, request, response);
        response.setStatus(failure.status().value());
        try {
            View view = views.resolveViewName(Objects.requireNonNull(page.getViewName()), Locale.ENGLISH);
            Objects.requireNonNull(view).render(page.getModel(), request, response);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The error page cannot be rendered.", e);
        }
    }
}
