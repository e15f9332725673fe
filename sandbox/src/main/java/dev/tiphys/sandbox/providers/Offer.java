package dev.tiphys.sandbox.providers;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one of the providers' systems makes, and what it says of it.
enum Offer {

    PETS(Duration.ofSeconds(6)) {
        @Override
        void check(String id, ObjectNode thing) {
            text(thing, "name", 60);
            oneOf(thing, "species", "Dog", "Cat", "Fish", "Rabbit");
            thing.put("home", "https://pets.example/" + id);
        }
    },
    DATABASES(Duration.ofSeconds(8)) {
        @Override
        void check(String id, ObjectNode thing) {
            oneOf(thing, "version", "16", "17", "18");
            oneOf(thing, "size", "small", "medium", "large");
            if (thing.path("size").asString("").equals("large")) {
                throw Refusal.impossible("The quota of this cluster does not allow a large database. The quota is used"
                        + " up.");
            }
            thing.put("host", id + ".databases.example").put("port", 5432);
        }
    },
    BUCKETS(Duration.ofSeconds(3)) {
        @Override
        void check(String id, ObjectNode thing) {
            if (!id.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
                throw Refusal.impossible("A bucket's name has 3 to 63 lower-case letters, digits, dots and dashes.");
            }
            oneOf(thing, "region", "eu-central-1", "us-east-1");
            oneOf(thing, "versioning", "on", "off");
            thing.put("name", id).put("url", "s3://" + id).put("endpoint",
                    "https://s3." + thing.path("region").asString("") + ".example");
        }
    },
    RECORDS(Duration.ofSeconds(4)) {
        @Override
        void check(String id, ObjectNode thing) {
            if (!id.matches("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.){2,}[a-z]{2,}")) {
                throw Refusal.impossible(id + " is no name of the DNS.");
            }
            oneOf(thing, "type", "CNAME", "A", "TXT");
            text(thing, "value", 253);
        }
    },
    MACHINES(Duration.ZERO) {
        @Override
        void check(String id, ObjectNode thing) {
            throw Refusal.impossible("Machines are made by jobs of the Ansible controller.");
        }
    };

    private final Duration takes;

    Offer(Duration takes) {
        this.takes = takes;
    }

    /// Refuses what cannot be, and adds what the system itself decides.
    abstract void check(String id, ObjectNode thing);

    Duration takes() {
        return takes;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String one() {
        return word().substring(0, word().length() - 1);
    }

    static Optional<Offer> find(String word) {
        return Arrays.stream(values()).filter(offer -> offer.word().equals(word)).findFirst();
    }

    private static void text(JsonNode thing, String field, int longest) {
        String text = thing.path(field).asString("");
        if (text.isBlank() || text.length() > longest) {
            throw Refusal.impossible("The " + field + " has 1 to " + longest + " characters.");
        }
    }

    private static void oneOf(JsonNode thing, String field, String... values) {
        if (!List.of(values).contains(thing.path(field).asString(""))) {
            throw Refusal.impossible("The " + field + " is one of " + String.join(", ", values) + ".");
        }
    }
}
