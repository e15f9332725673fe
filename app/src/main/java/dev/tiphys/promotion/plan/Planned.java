package dev.tiphys.promotion.plan;

import java.util.List;

/// A plan with the hash that an approval is for, and what a person should know before starting it.
public record Planned(Plan plan, String planHash, List<Remark> remarks) {

    public Planned {
        remarks = List.copyOf(remarks);
    }

    /// Whether nothing stands in the way of starting it now.
    public boolean canStart() {
        return remarks.stream().noneMatch(remark -> remark.level() == Remark.Level.BLOCKER);
    }
}
