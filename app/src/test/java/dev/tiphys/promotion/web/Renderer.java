package dev.tiphys.promotion.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/// Renders a template with a page record, without a server, and keeps the result under `target/pages` to look at.
public final class Renderer {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    public Renderer() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages", "messages/promotion");
        messages.setDefaultEncoding("UTF-8");
        engine.setTemplateEngineMessageSource(messages);
    }

    public String render(String template, Object page, String name) {
        var application = JakartaServletWebApplication.buildApplication(new MockServletContext());
        var exchange = application.buildExchange(new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse());
        var context = new WebContext(exchange, Locale.ENGLISH, Map.of("page", page, "frame", frame()));
        String html = engine.process(template, context);
        keep(name, html);
        return html;
    }

    private static Map<String, Object> frame() {
        return Map.of("needsYou", false, "sandbox", true, "person", "Deniz Aksoy", "sections", List.of(), "personal",
                List.of(), "banners",
                List.of(), "places",
                List.of(place("nav.promotions", "/promotions", 1, true), place("nav.fleet", "/fleet", 0, false)));
    }

    private static Map<String, Object> place(String label, String path, int badge, boolean current) {
        return Map.of("label", label, "path", path, "badge", badge, "current", current);
    }

    private static void keep(String name, String html) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "pages"));
            Files.writeString(folder.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
