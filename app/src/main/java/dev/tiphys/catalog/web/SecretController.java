package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.SecretOutputs;
import dev.tiphys.identity.Person;

/// Shows a secret once, and tells nobody to keep it.
@Controller
@Tag(name = "Catalog")
class SecretController {

    private final SecretOutputs secrets;
    private final Instances instances;

    SecretController(SecretOutputs secrets, Instances instances) {
        this.secrets = secrets;
        this.instances = instances;
    }

    /// @param values by key
    record SecretPage(String name, String href, String output, List<Map.Entry<String, String>> values) {}

    @PostMapping(Links.INSTANCE + "/secrets/{output}")
    String reveal(Person person, @PathVariable String id, @PathVariable String output, Model model,
            HttpServletResponse response) {
        InstanceId instanceId = InstanceId.parse(id);
        Map<String, String> values = secrets.reveal(instanceId, output, person);
        Instance instance = instances.get(instanceId, person);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("page", new SecretPage(instance.name(), Links.instance(instance.id()), output,
                values.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()));
        return "catalog/secret";
    }

    /// The same as JSON.
    @PostMapping("/api/v1/catalog/instances/{id}/secrets/{output}")
    ResponseEntity<Map<String, String>> revealed(Person person, @PathVariable String id,
            @PathVariable String output) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .body(secrets.reveal(InstanceId.parse(id), output, person));
    }
}
