package dev.tiphys.catalog.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;

class SheetReaderTest {

    @Test
    void readsEverythingThatAProviderCanSay() {
        SheetReader.Reading reading = SheetReader.read("""
                title: Virtual pet
                description: It wants to be fed.
                support: {contact: pets@example.com, channel: "#pets"}
                price:
                  {amount: 4.50, currency: EUR, market: 6, by: {field: size, amounts: {small: 4.50, large: 12}}}
                columns: [{value: species, title: Species}, {value: meal}]
                presets: [{name: Dog, values: {species: Dog, legs: 4}}]
                forms:
                  create:
                    schema: {type: object, properties: {species: {enum: [Dog, Cat]}}}
                    sections: [{title: Animal, fields: [species]}]
                secrets: [credentials]
                names: {pattern: "[a-z]+"}
                quota: {per-team: 5}
                ttl: {preset: 30d, longest: 90d, warning: 3d}
                approval: {price-above: 100, environments: [prod], beyond-quota: true, actions: [delete]}
                windows: [{days: [mon, tue], from: "08:00", to: "18:00", zone: Europe/Berlin, actions: [update]}]
                protected: true
                grace: 7d
                undo: {rename: rename}
                read: {every: 10m}
                concurrency: 5
                upgrade: {by: 2027-03-01, reason: It ends.}
                """);

        assertThat(reading.problems()).isEmpty();
        ItemSheet sheet = reading.sheet();
        assertThat(sheet.support().channel()).isEqualTo("#pets");
        assertThat(sheet.price()).isNotNull()
                .satisfies(price -> assertThat(price.of(Map.of("size", "large"))).isEqualByComparingTo("12"))
                .satisfies(price -> assertThat(price.of(Map.of())).isEqualByComparingTo("4.5"))
                .satisfies(price -> assertThat(price.market()).isEqualByComparingTo("6"))
                .satisfies(price -> assertThat(price.isMonthly()).isTrue());
        assertThat(sheet.columns()).extracting(ItemSheet.ColumnOfSheet::title).containsExactly("Species", "meal");
        assertThat(sheet.findPreset("Dog").orElseThrow().values()).containsEntry("legs", "4");
        assertThat(sheet.forms().get("create")).isNotNull()
                .satisfies(form -> assertThat(form.schema()).contains("Cat"));
        assertThat(sheet.ttl()).isEqualTo(
                new Lifetime(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(3)));
        assertThat(sheet.approval()).isEqualTo(
                new ApprovalRule(false, BigDecimal.valueOf(100), Set.of("prod"), true, Set.of("delete")));
        assertThat(sheet.windows()).containsExactly(new Window(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                LocalTime.of(8, 0), LocalTime.of(18, 0), ZoneId.of("Europe/Berlin"), Set.of("update")));
        assertThat(List.of(sheet.grace(), sheet.readEvery())).containsExactly(Duration.ofDays(7),
                Duration.ofMinutes(10));
        assertThat(sheet.upgrade()).isEqualTo(new ItemSheet.Upgrade("2027-03-01", "It ends."));
        assertThat(sheet.isProtected()).isTrue();
    }

    @Test
    void isEmptyForWhoSaysNothing() {
        assertThat(SheetReader.read("")).isEqualTo(new SheetReader.Reading(ItemSheet.EMPTY, List.of()));
        assertThat(ItemSheet.EMPTY.price()).isNull();
        assertThat(ItemSheet.EMPTY.concurrency()).isZero();
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndWhere() {
        SheetReader.Reading reading = SheetReader.read("""
                titel: Pet
                ttl: {preset: forever, longest: 90d}
                quota: {per-team: none}
                price: {amount: -1, currency: euro}
                """);

        assertThat(reading.sheet()).isEqualTo(ItemSheet.EMPTY);
        assertThat(reading.problems()).anyMatch(problem -> problem.contains("titel"))
                .anyMatch(problem -> problem.startsWith("ttl.preset: "))
                .anyMatch(problem -> problem.startsWith("quota.per-team: "))
                .anyMatch(problem -> problem.startsWith("price.amount: "))
                .anyMatch(problem -> problem.startsWith("price.currency: "));
    }

    @Test
    void saysWhatContradictsItself() {
        assertThat(SheetReader.read("ttl: {preset: 90d, longest: 30d}").problems())
                .containsExactly("ttl.preset: is longer than ttl.longest");
        assertThat(SheetReader.read("windows: [{from: '08:00', to: '09:00', zone: Mars/North}]").problems())
                .containsExactly("windows: there is no zone Mars/North");
        assertThat(SheetReader.read("names: {pattern: '[a-z'}").problems()).singleElement().asString()
                .startsWith("names.pattern: is no regular expression");
        assertThat(SheetReader.read("upgrade: {by: 2027-02-30, reason: x}").problems())
                .containsExactly("upgrade.by: there is no such day");
    }

    @Test
    void survivesWhatIsNoYaml() {
        assertThat(SheetReader.read("a: [").problems()).singleElement().asString().startsWith("It is no YAML");
        assertThat(SheetReader.read("- 1").problems()).isNotEmpty();
        assertThat(SheetReader.read("[".repeat(100_000)).problems()).containsExactly(YamlDepth.PROBLEM);
        assertThat(SheetReader.read("{a: ".repeat(100_000)).problems()).containsExactly(YamlDepth.PROBLEM);
        assertThat(SheetReader.read("title: a\ntitle: b").problems()).isNotEmpty();
    }
}
