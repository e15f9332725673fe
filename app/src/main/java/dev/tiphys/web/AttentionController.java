package dev.tiphys.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether something waits for the person who looks, for the title of the pages that they have open.
@Controller
class AttentionController {

    @GetMapping("/attention")
    String show() {
        return "components/bar :: attention";
    }
}
