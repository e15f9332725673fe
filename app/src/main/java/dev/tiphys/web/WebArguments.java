package dev.tiphys.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Registers what the modules offer as parameters of a handler, such as the current person.
@Configuration(proxyBeanMethods = false)
class WebArguments implements WebMvcConfigurer {

    private final List<HandlerMethodArgumentResolver> offered;

    WebArguments(List<HandlerMethodArgumentResolver> offered) {
        this.offered = offered;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(offered);
    }
}
