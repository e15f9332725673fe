package dev.tiphys.identity;

import java.util.Set;

/// A person is to be forgotten. Published inside the transaction that erases them from the audit log: whoever keeps
/// names puts the other one in their place, in the same transaction. Subjects stay.
///
/// @param names that the person was known by
/// @param standIn such as `Erased person 3`
public record PersonErased(String subject, Set<String> names, String standIn) {

    public PersonErased {
        names = Set.copyOf(names);
    }
}
