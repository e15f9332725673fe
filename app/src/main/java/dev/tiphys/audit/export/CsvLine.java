package dev.tiphys.audit.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.audit.AuditEntry;

/// An entry for a spreadsheet. A field that a spreadsheet would take for a formula begins with an apostrophe.
public final class CsvLine {

    static final String HEAD = "seq,at,code,outcome,subject,name,via,address,service,environment,team,provider,cluster,"
            + "target kind,target,part of,from,to,reason,request,plan hash,hash\n";

    private CsvLine() {
    }

    static String of(AuditEntry entry) {
        AuditEntry.Who who = entry.who();
        AuditEntry.About about = entry.about();
        return of(Long.toString(entry.seq()), entry.at().toString(), entry.code(), entry.outcome(), who.subject(),
                who.name(), who.via(), who.address(), about.service(), about.environment(), about.team(),
                about.provider(), about.cluster(), entry.targetKind(), entry.targetId(), about.partOf(), entry.from(),
                entry.to(), entry.reason(), entry.requestId(), entry.planHash(), entry.hash());
    }

    /// Any fields as one line, without its end.
    public static String of(@Nullable String... fields) {
        return Stream.of(fields).map(CsvLine::field).collect(Collectors.joining(","));
    }

    private static String field(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ')
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
