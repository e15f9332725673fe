package dev.tiphys.identity;

import java.net.URI;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// Two chains, because programs and people are refused differently: the API answers problems, pages lead to sign-in.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Person.class);
    }

    private static final String[] OPEN = {"/sign-in", "/emergency/**", "/error", "/actuator/health/**", "/css/**",
            "/js/**",
            "/icons/**", "/images/**", "/webjars/**"};

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, ApiSecurity refusals, TokenLogin tokens, ViewerCheck viewers,
            SessionKeeping keeping) {
        return http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authorizeHttpRequests(requests -> requests.anyRequest().access(viewers))
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(request -> tokens)
                        .authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> headers
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .logout(logout -> logout.disable()).addFilterBefore(keeping.filter(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PageSecurity refusals, ViewerCheck viewers, SignInOutcome outcome,
            BrowserSecurity browsers) {
        return http
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().access(viewers))
                .oauth2Login(login -> login.loginPage("/sign-in").successHandler(outcome).failureHandler(outcome)
                        .authorizationEndpoint(endpoint -> endpoint
                                .authorizationRequestResolver(browsers.signInRequests())))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(browsers.signOut())))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(outcome)
                        .deleteCookies(IdleSessions.SESSION_COOKIE))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .headers(headers -> harden(headers, browsers.issuer()))
                .addFilterAfter(new SilentProviderFilter(), HeaderWriterFilter.class)
                .addFilterBefore(browsers.keeping().filter(), AuthorizationFilter.class).build();
    }

    private static void harden(HeadersConfigurer<HttpSecurity> headers, URI issuer) {
        // A browser applies form-action to redirects too, and signing out redirects to the provider.
        String policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                + issuer.getScheme() + "://" + issuer.getAuthority();
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
    }
}
