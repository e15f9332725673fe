package dev.tiphys.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// From where the current request came; nothing is known of what the portal does by itself.
record Whereabouts(@Nullable String address, @Nullable String agent) {

    static Whereabouts current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? new Whereabouts(attributes.getRequest().getRemoteAddr(),
                        attributes.getRequest().getHeader("User-Agent"))
                : new Whereabouts(null, null);
    }
}
