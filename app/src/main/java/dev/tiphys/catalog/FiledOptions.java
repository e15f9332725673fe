package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Looks up the options of what a file would order anew, before anything is written: that may ask a provider's API.
@Component
public class FiledOptions {

    private final Shop shop;
    private final InstanceQueries queries;
    private final LiveOptions options;

    FiledOptions(Shop shop, InstanceQueries queries, LiveOptions options) {
        this.shop = shop;
        this.queries = queries;
        this.options = options;
    }

    /// Refuses with all values that are not among the options of now. What exists already is not judged again.
    public void check(String text, Person person) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<OrderFile> files = OrderFile.read(text);
        for (int number = 1; number <= files.size(); number++) {
            String place = "order " + number + ": inputs.";
            problems(files.get(number - 1), person).forEach((field, why) -> problems.put(place + field, why));
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }

    private Map<String, String> problems(OrderFile file, Person person) {
        Item item = shop.get(file.provider(), file.item(), file.version(), person);
        boolean exists = queries.findLiving(file.provider(), file.item(), file.name()).isPresent();
        return exists
                ? Map.of()
                : item.findAction(Item.CREATE).map(create -> options.problems(create, file.inputs(), person))
                        .orElse(Map.of());
    }
}
