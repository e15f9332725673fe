package dev.tiphys.identity;

/// Who did something, for the record: a person or a part of the portal.
public record Actor(String subject, String name, String via) {

    public static Actor of(Person person) {
        return new Actor(person.subject(), person.name(), person.signedInBy().words());
    }

    /// What the portal does by itself, such as an approval that expires.
    public static Actor portal(String part) {
        return new Actor("tiphys:" + part, "Tiphys, " + part, "portal");
    }
}
