package dev.tiphys.catalog.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.AdoptionResult;
import dev.tiphys.catalog.Adoptions;
import dev.tiphys.catalog.Discoveries;
import dev.tiphys.catalog.Found;
import dev.tiphys.catalog.FoundTable;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// A provider's people make instances of what exists already: one by a form, many by a table, or those that its action
/// `discover` has found.
@Controller
class AdoptionController {

    static final String PATH = Links.ITEM + "/adoption";

    private final Adoptions adoption;
    private final Discoveries discoveries;
    private final AdoptionPages pages;
    private final PageView view;

    AdoptionController(Adoptions adoption, Discoveries discoveries, AdoptionPages pages, PageView view) {
        this.adoption = adoption;
        this.discoveries = discoveries;
        this.pages = pages;
        this.view = view;
    }

    @GetMapping(PATH)
    String show(Person person, @PathVariable String provider, @PathVariable String item, Model model,
            HttpServletRequest request) {
        model.addAttribute("page", pages.page(provider, item, "", List.of(), false, "", person));
        return view.of(request, "catalog/adopt", "discovery");
    }

    /// The table is shown as it would be adopted, or is adopted.
    ///
    /// @param file in the place of the text
    /// @param preview whether nothing is to be adopted yet
    @PostMapping(PATH)
    String adopt(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean preview, Model model, HttpServletResponse response) {
        String text = file == null || file.isEmpty() ? table : text(file);
        try {
            List<Found> resources = FoundTable.read(text, inputs(adoption.getItem(provider, item, person)));
            List<AdoptionResult> results = preview
                    ? adoption.preview(provider, item, resources, person)
                    : adoption.adopt(provider, item, resources, person);
            model.addAttribute("page", pages.page(provider, item, text, results, preview, "", person));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", pages.page(provider, item, text, List.of(), true, invalid.reason(), person));
        }
        return "catalog/adopt";
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> inputs(Item item) {
        return item.findAction(Item.CREATE).stream().flatMap(create -> create.fields().stream())
                .map(ItemAction.Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// One resource, by a form whose fields are those of an order, and outputs as lines `name=value`.
    @PostMapping(PATH + "/one")
    String one(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam Map<String, String> filled, Model model, HttpServletResponse response) {
        Map<String, String> given = new LinkedHashMap<>(FormPages.parameters(filled));
        given.values().removeIf(String::isBlank);
        Found found = new Found(filled.getOrDefault("name", ""), filled.getOrDefault("owner", ""), given,
                outputs(filled.getOrDefault("outputs", "")));
        List<AdoptionResult> results = adoption.adopt(provider, item, List.of(found), person);
        if (!results.getFirst().isGood()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", pages.page(provider, item, "", results, false, "", person));
        return "catalog/adopt";
    }

    private static Map<String, String> outputs(String lines) {
        Map<String, String> outputs = new LinkedHashMap<>();
        lines.lines().filter(line -> line.indexOf('=') > 0).forEach(line -> outputs
                .put(line.substring(0, line.indexOf('=')).strip(), line.substring(line.indexOf('=') + 1).strip()));
        return outputs;
    }

    /// Those that were found and ticked.
    ///
    /// @param name of each
    @PostMapping(PATH + "/found")
    String found(Person person, @PathVariable String provider, @PathVariable String item,
            @RequestParam(required = false) @Nullable Set<String> name,
            @RequestParam Map<String, String> filled, Model model) {
        Set<String> wanted = name == null ? Set.of() : name;
        List<Found> resources = new ArrayList<>();
        discoveries.find(provider, item, person).ifPresent(discovery -> discovery.unknown().stream()
                .filter(one -> wanted.contains(one.name()))
                .map(one -> new Found(one.name(),
                        one.owner().isEmpty() ? filled.getOrDefault("owner", "") : one.owner(),
                        one.inputs(), one.outputs()))
                .forEach(resources::add));
        model.addAttribute("page", pages.page(provider, item, "",
                adoption.adopt(provider, item, resources, person), false, "", person));
        return "catalog/adopt";
    }

    @PostMapping(Links.ITEM + "/discovery")
    RedirectView discover(Person person, @PathVariable String provider, @PathVariable String item) {
        discoveries.start(provider, item, person);
        return OrderController.seeOther(Links.item(provider, item) + "/adoption");
    }
}
