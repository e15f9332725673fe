package dev.tiphys.recovery.web;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.tiphys.recovery.Standstill;

/// While the portal stands still, every request that would change something is refused, whichever handler it is for.
/// Only the recovery itself goes on; signing in and out is none of the handlers' business.
@Configuration(proxyBeanMethods = false)
class HeldRequests implements WebMvcConfigurer, HandlerInterceptor {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final Standstill standstill;

    HeldRequests(Standstill standstill) {
        this.standstill = standstill;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns(RecoverySection.PATH + "/**", RecoveryApi.PATH + "/**",
                "/error");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HARMLESS.contains(request.getMethod())) {
            standstill.requireWork();
        }
        return true;
    }
}
