package dev.tiphys.identity;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a session end although its pages are open: what a page fetches by itself does not count as use. Spring Session
/// notes the time of every request when it saves the session, so after such a request it is not saved.
@Configuration(proxyBeanMethods = false)
class IdleSessions {

    static final String SESSION_COOKIE = "TIPHYS_SESSION";

    private static final String LIVE_HEADER = "Tiphys-Live";
    private static final ThreadLocal<Boolean> LIVE = new ThreadLocal<>();

    /// Cookies ignore ports, so the name is the portal's own; SameSite=Lax lets the way back from the provider keep it.
    @Bean
    static CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(SESSION_COOKIE);
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        return cookie;
    }

    @Bean
    static BeanPostProcessor untouchedByLiveRequests() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FindByIndexNameSessionRepository<?> sessions ? new Untouched<>(sessions) : bean;
            }
        };
    }

    /// Stands before the filter that saves the session.
    @Bean
    static LiveFilter liveFilter() {
        return new LiveFilter();
    }

    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    static final class LiveFilter extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean live = request.getRequestURI().equals("/live") || request.getHeader(LIVE_HEADER) != null;
            if (!live || !request.getMethod().equals("GET")) {
                chain.doFilter(request, response);
                return;
            }
            LIVE.set(true);
            try {
                chain.doFilter(request, response);
            } finally {
                LIVE.remove();
            }
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }
    }

    /// The sessions, read as ever and not written during a live request.
    private record Untouched<S extends Session>(FindByIndexNameSessionRepository<S> sessions)
            implements
                FindByIndexNameSessionRepository<S> {

        @Override
        public Map<String, S> findByIndexNameAndIndexValue(String index, String value) {
            return sessions.findByIndexNameAndIndexValue(index, value);
        }

        @Override
        public S createSession() {
            return sessions.createSession();
        }

        @Override
        public void save(S session) {
            if (LIVE.get() == null) {
                sessions.save(session);
            }
        }

        @Override
        public @Nullable S findById(String id) {
            return sessions.findById(id);
        }

        @Override
        public void deleteById(String id) {
            sessions.deleteById(id);
        }
    }
}
