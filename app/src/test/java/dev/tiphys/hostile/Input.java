package dev.tiphys.hostile;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// One place of a route where a caller may write what they like.
///
/// @param kind `path`, `query`, `form`, `json` or `header`
record Input(String method, String path, String kind, String name) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}:]+)(:[^}]*)?}");
    private static final List<String> OFTEN = List.of("page", "size", "sort", "q");

    /// All inputs of all routes but those that would end the caller's own session.
    static List<Input> of(ApplicationContext portal) {
        TreeMap<String, List<Input>> all = new TreeMap<>();
        portal.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .forEach((info, handler) -> info.getMethodsCondition().getMethods().forEach(method -> info
                        .getPatternValues().forEach(path -> all.put(path + " " + method,
                                of(method.name(), path, handler)))));
        return all.values().stream().flatMap(Collection::stream).filter(input -> !input.path().equals("/live"))
                .filter(input -> !input.path().contains("session")).distinct().toList();
    }

    private static List<Input> of(String method, String path, HandlerMethod handler) {
        List<Input> inputs = new ArrayList<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            inputs.add(new Input(method, path, "path", variables.group(1)));
        }
        if (method.equals("GET")) {
            OFTEN.forEach(name -> inputs.add(new Input(method, path, "query", name)));
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            add(method, path, parameter, inputs);
        }
        return inputs;
    }

    private static void add(String method, String path, MethodParameter parameter, List<Input> inputs) {
        String own = String.valueOf(parameter.getParameterName());
        String written = method.equals("GET") ? "query" : "form";
        if (parameter.hasParameterAnnotation(RequestHeader.class)) {
            inputs.add(new Input(method, path, "header", named(parameter, RequestHeader.class, own)));
        } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
            inputs.add(new Input(method, path, written, named(parameter, RequestParam.class, own)));
        } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
            fields(parameter.getParameterType(), "", 0).forEach(name -> inputs.add(new Input(method, path, "json",
                    name)));
        } else if (!parameter.hasParameterAnnotation(PathVariable.class) && parameter.getParameterType().isRecord()
                && parameter.getParameterType().getName().startsWith("dev.tiphys")) {
            fields(parameter.getParameterType(), "", 0).forEach(name -> inputs.add(new Input(method, path, written,
                    name)));
        }
    }

    private static String named(MethodParameter parameter,
            Class<? extends java.lang.annotation.Annotation> annotation, String own) {
        String given = MergedAnnotations.from(parameter.getParameterAnnotations()).get(annotation).getString("name");
        return given.isEmpty() ? own : given;
    }

    /// The names of a record's components and of those within them, with dots between.
    private static List<String> fields(Class<?> type, String prefix, int depth) {
        List<String> names = new ArrayList<>();
        if (!type.isRecord() || depth > 3) {
            return prefix.isEmpty() ? List.of() : List.of(prefix.substring(0, prefix.length() - 1));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> inner = inner(component);
            names.addAll(fields(inner, prefix + component.getName() + ".", depth + 1));
        }
        return names;
    }

    private static Class<?> inner(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType many && many.getActualTypeArguments().length == 1
                && many.getActualTypeArguments()[0] instanceof Class<?> one) {
            return one;
        }
        return component.getType();
    }

    boolean isForPrograms() {
        return path.startsWith("/api/") || path.startsWith("/v3/");
    }

    /// The address, with this text as the path variable it is for, and harmless ones for the others.
    String target(String text) {
        return VARIABLE.matcher(path).replaceAll(found -> Matcher.quoteReplacement(
                kind.equals("path") && found.group(1).equals(name) ? Caller.encode(text) : harmless(found.group(1))));
    }

    private static String harmless(String variable) {
        return variable.endsWith("d") ? "0197a000-0000-7000-8000-000000000000" : "payments-dev";
    }

}
