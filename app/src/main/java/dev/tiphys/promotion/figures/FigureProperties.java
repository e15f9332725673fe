package dev.tiphys.promotion.figures;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the figures of a service count.
///
/// @param production the names of the environments that are production; a `*` at the end stands for anything. Where none
///        fits, the last environment is
@ConfigurationProperties("tiphys.figures")
record FigureProperties(@DefaultValue("prod*") List<String> production) {

    FigureProperties {
        production = List.copyOf(production);
    }

    boolean isProduction(String environment) {
        return production.stream().anyMatch(pattern -> pattern.endsWith("*")
                ? environment.startsWith(pattern.substring(0, pattern.length() - 1))
                : environment.equals(pattern));
    }
}
