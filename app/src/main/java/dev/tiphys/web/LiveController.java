package dev.tiphys.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The live stream: one per browser, over which it hears the names of what changed.
@Controller
class LiveController {

    private final LiveBrowsers browsers;

    LiveController(LiveBrowsers browsers) {
        this.browsers = browsers;
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(HttpServletResponse response) throws IOException {
        response.setHeader("X-Accel-Buffering", "no");
        return browsers.open();
    }
}
