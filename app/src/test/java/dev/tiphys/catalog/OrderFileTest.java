package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.web.Refusal;

class OrderFileTest {

    @Test
    void everyValueIsATextAsItIsWritten() {
        assertThat(OrderFile.read("""
                apiVersion: tiphys.dev/v1
                kind: Order
                item: databases/postgres-database
                version: 1.10
                team: payments
                name: ledger
                priority: low
                inputs: {size: small, version: 017, encrypted: yes}
                ---
                {"kind": "Order", "item": "pet-store/pet", "team": "shop", "name": "Rex"}
                """)).containsExactly(
                new OrderFile("databases", "postgres-database", "1.10", "payments", "ledger", "low",
                        Map.of("size", "small", "version", "017", "encrypted", "yes")),
                new OrderFile("pet-store", "pet", "", "shop", "Rex", "", Map.of()));
    }

    @Test
    void saysAllThatIsWrongAtOnceWithItsPlace() {
        assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> OrderFile.read("""
                kind: Order
                item: pet
                nmae: Rex
                team: shop
                inputs: {tags: [a, b]}
                ---
                kind: Pod
                item: pet-store/pet
                team: shop
                name: Rex
                """)).satisfies(invalid -> assertThat(invalid.fields()).containsOnlyKeys("order 1: nmae",
                "order 1: item", "order 1: name", "order 1: inputs.tags", "order 2: kind"));
    }

    @Test
    void whatIsNoOrderIsRefused() {
        for (String text : new String[]{"", "[", "- a", "just words", "kind: Order\nkind: Order", "a: &x b\nc: *x"}) {
            assertThatExceptionOfType(Refusal.Invalid.class).as(text).isThrownBy(() -> OrderFile.read(text));
        }
    }
}
