package dev.tiphys.promotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.argo.cd.ApplicationRef;

/// Finds every component of the plan's records by reflection, so that one that is added later is covered too.
class PlanHashTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anySingleChangedComponentChangesTheHash(long seed) throws ReflectiveOperationException {
        Plan plan = randomPlan(new Random(seed));
        String hash = PlanHash.of(plan);

        List<Object> changed = variantsOf(plan);

        assertThat(changed).hasSizeGreaterThan(15);
        assertThat(changed).allSatisfy(other -> assertThat(PlanHash.of((Plan) other)).isNotEqualTo(hash));
        assertThat(PlanHash.of(randomPlan(new Random(seed)))).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfMapsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++)
            map.put("key" + random.nextInt() + "é", List.of(i, "value"));
        List<String> keys = new ArrayList<>(map.keySet());
        Collections.shuffle(keys, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, map.getOrDefault(key, "")));

        assertThat(PlanHash.ofJson(JsonText.of(shuffled))).isEqualTo(PlanHash.ofJson(JsonText.of(map)));
    }

    private static Plan randomPlan(Random random) {
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Gate gate = random.nextBoolean() ? new Gate.Approval() : new Gate.AtOnce();
            waves.add(new Wave("wave" + i, gate, 1 + random.nextInt(9), Duration.ofSeconds(random.nextInt(99)),
                    List.of(randomTarget(random), randomTarget(random))));
        }
        return new Plan(random.nextInt(), "s" + random.nextInt(), "v" + random.nextInt(),
                new Mechanism("kind" + random.nextInt(), "subject"), waves, "image" + random.nextInt());
    }

    private static Target randomTarget(Random random) {
        return new Target(new ApplicationRef("p" + random.nextInt(), "n", "a" + random.nextInt()), "cd", "c", "e",
                "v" + random.nextInt());
    }

    /// All values that differ from this one in a single place.
    private static List<Object> variantsOf(Object value) throws ReflectiveOperationException {
        return switch (value) {
            case String text -> List.of(text + "x");
            case Integer number -> List.of(number + 1);
            case Duration duration -> List.of(duration.plusSeconds(1));
            case Gate.Approval approval -> List.of(new Gate.AtOnce());
            case Gate.AtOnce atOnce -> List.of(new Gate.Approval());
            case List<?> list -> variantsOfList(list);
            case Record object -> variantsOfRecord(object);
            default -> throw new AssertionError("what differs from " + value + "?");
        };
    }

    private static List<Object> variantsOfList(List<?> list) throws ReflectiveOperationException {
        List<Object> variants = new ArrayList<>();
        variants.add(list.subList(1, list.size()));
        if (list.size() > 1)
            variants.add(list.reversed());
        for (int i = 0; i < list.size(); i++) {
            for (Object variant : variantsOf(list.get(i))) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, variant);
                variants.add(changed);
            }
        }
        return variants;
    }

    private static List<Object> variantsOfRecord(Record object) throws ReflectiveOperationException {
        RecordComponent[] components = object.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++)
            values[i] = components[i].getAccessor().invoke(object);
        List<Object> variants = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (Object variant : variantsOf(values[i])) {
                Object[] changed = values.clone();
                changed[i] = variant;
                variants.add(object.getClass().getDeclaredConstructor(types).newInstance(changed));
            }
        }
        return variants;
    }
}
