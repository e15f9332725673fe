package dev.tiphys.catalog;

import java.util.List;

import dev.tiphys.identity.Person;

/// What an order has to meet before it begins, told to whoever is about to place it.
interface OrderConditions {

    /// Such as `It waits for an approval, since it costs more than 100 EUR a month.`; empty when it begins at once.
    List<String> remarks(Item item, OrderWish wish, Person person);
}
