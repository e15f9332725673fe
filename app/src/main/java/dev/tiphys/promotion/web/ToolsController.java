package dev.tiphys.promotion.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.promotion.HubTools;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The hub's tools against what promotions need of them.
@Controller
class ToolsController {

    private final HubTools tools;
    private final Access access;

    ToolsController(HubTools tools, Access access) {
        this.tools = tools;
        this.access = access;
    }

    @GetMapping(ToolsSection.PATH)
    String show(Person person, Model model) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        model.addAttribute("page", ToolsPage.of(tools.versions()));
        return "settings/tools";
    }

    @GetMapping("/api/v1/tools")
    @ResponseBody
    PageOf<ToolsPage.Row> list(Person person, PageAsk ask) {
        access.require(person, Permission.ADMINISTER, Scope.portal());
        return PageOf.from(ToolsPage.of(tools.versions()).rows(), ask);
    }
}
