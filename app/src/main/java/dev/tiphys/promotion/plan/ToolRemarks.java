package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.List;

import dev.tiphys.promotion.plan.ToolNeed.Tool;
import dev.tiphys.promotion.plan.ToolNeed.Verdict;

/// What a plan needs of the hub's tools that they do not offer, or that nobody can tell.
final class ToolRemarks {

    private final Plan plan;
    private final List<Remark> remarks = new ArrayList<>();

    private ToolRemarks(Plan plan) {
        this.plan = plan;
    }

    static List<Remark> of(Plan plan, ToolVersions versions) {
        ToolRemarks all = new ToolRemarks(plan);
        all.sayOf(Tool.WORKFLOWS, "", versions.workflows());
        plan.targets().stream().map(Target::argoCd).distinct().sorted()
                .forEach(name -> all.sayOf(Tool.ARGO_CD, " " + name, versions.argoCd(name)));
        return List.copyOf(all.remarks);
    }

    private void sayOf(Tool tool, String name, String version) {
        List<ToolNeed> needs = ToolNeed.all().stream().filter(need -> need.tool() == tool).toList();
        needs.stream().filter(need -> need.of(version) == Verdict.NOT_MET).map(need -> tooOld(need, name, version))
                .forEach(remarks::add);
        if (needs.getFirst().of(version) == Verdict.UNKNOWN) {
            remarks.add(unknown(tool, name, version, needs.getFirst().since()));
        }
    }

    private Remark tooOld(ToolNeed need, String name, String version) {
        return new Remark(need.level(), "tool-too-old", "", "", need.tool().label() + name + " is " + version + ", and "
                + plan.service() + " needs " + need.since() + " or newer for " + need.what() + ". Else "
                + need.without() + ".");
    }

    private static Remark unknown(Tool tool, String name, String version, String since) {
        return new Remark(Remark.Level.NOTE, "tool-version-unknown", "", "", "Nobody knows which version of "
                + tool.label() + name + " runs" + (version.isEmpty() ? "" : ": it says " + Problems.quoted(version))
                + ". It should be " + since + " or newer.");
    }
}
