package dev.tiphys.web;

import java.io.IOException;
import java.io.Writer;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What Tomcat refuses by itself never comes to a filter of the portal: it gets the bare status, without the page that
/// names the server. No answer at all may be framed or guessed at.
final class BareErrors extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(BareErrors.class);

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        RefusedAddresses.harden(response);
        response.setContentType("text/plain");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(status + "\n");
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            log.debug("Nobody reads that the request was refused with {}", status, gone);
        }
    }

    /// Puts it before Tomcat's own.
    @Component
    static class Install implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory tomcat) {
            tomcat.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new BareErrors()));
        }
    }
}
