package dev.tiphys.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/// Answers an address that could be meant in two ways, such as `/css/..;/audit`: with the bare status, since no page of
/// the portal is sure to be rendered for it.
@Component
class RefusedAddresses implements RequestRejectedHandler {

    private static final Logger log = LoggerFactory.getLogger(RefusedAddresses.class);

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
            throws IOException {
        log.debug("A request was refused for its form: {}", cause.getMessage());
        harden(response);
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getOutputStream().println(HttpStatus.BAD_REQUEST.value());
    }

    /// For what is answered before Spring Security writes its headers.
    static void harden(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
}
