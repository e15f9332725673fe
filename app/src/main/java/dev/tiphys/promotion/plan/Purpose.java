package dev.tiphys.promotion.plan;

/// Why a version is promoted, and at whose wish. It is no part of the plan's hash: it changes nothing that runs.
///
/// @param requester as people know them
/// @param note in the requester's own words; empty without one
/// @param changeReference of the change in the tool that keeps changes, such as `CHG0012345`; empty without one
public record Purpose(String requester, String note, String changeReference) {

    /// Nothing but who asks.
    public static Purpose of(String requester) {
        return new Purpose(requester, "", "");
    }

    /// Such as `Change CHG0012345. For the sale on Friday.`; empty when nothing was said.
    public String sentence() {
        String change = changeReference.isEmpty() ? "" : "Change " + changeReference + ". ";
        return (change + note).strip();
    }
}
