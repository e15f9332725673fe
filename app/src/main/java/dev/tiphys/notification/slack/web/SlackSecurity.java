package dev.tiphys.notification.slack.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// The one address that is open to nobody in particular: Slack proves itself by its signature, so there is no session,
/// no CSRF token, and nothing that reads the body before it has been proved.
@Configuration(proxyBeanMethods = false)
class SlackSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain requestsOfSlack(HttpSecurity http) {
        return http.securityMatcher(InteractionsController.PATH)
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers(HttpMethod.POST, InteractionsController.PATH).permitAll().anyRequest()
                        .denyAll())
                .csrf(csrf -> csrf.disable()).logout(logout -> logout.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}
