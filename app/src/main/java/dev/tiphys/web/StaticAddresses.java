package dev.tiphys.web;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/// Gives addresses of static files the hash of their content. Spring would look on the whole class path for every link
/// of a page, and again for each request, which took half of the time of a page with many links.
@Configuration(proxyBeanMethods = false)
class StaticAddresses {

    private static final List<String> STATIC = List.of("/css/", "/js/", "/icons/", "/webjars/");

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> staticAddressFilter() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter = new FilterRegistrationBean<>(new OnlyStatic());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    private static final class OnlyStatic extends ResourceUrlEncodingFilter {

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            super.doFilter(request, response, (inner, outer) -> chain.doFilter(inner,
                    outer instanceof HttpServletResponse http ? new Addresses(http) : outer));
        }
    }

    // A session is a cookie, so that no other address is ever changed.
    private static final class Addresses extends HttpServletResponseWrapper {

        private Addresses(HttpServletResponse encoding) {
            super(encoding);
        }

        @Override
        public String encodeURL(String url) {
            return STATIC.stream().anyMatch(url::contains) ? super.encodeURL(url) : url;
        }
    }
}
