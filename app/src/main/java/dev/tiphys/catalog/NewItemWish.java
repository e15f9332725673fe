package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What a provider says of automation that it has already, to make an item of it.
///
/// @param kind `script` or `job`
/// @param parameters one on each line: `name`, `name = preset`, or `name: one, another`
/// @param outputs one on each line: `name`, and for a job `name=field.of.the.answer`
/// @param shell what runs a script: `sh`, `bash` or `python3`
/// @param create the script, or the path that begins the job
/// @param delete the script, or the path that begins the job that undoes it
/// @param action the name of a day-2 action; empty for none
/// @param actionScript its script or path
/// @param prefix of the fields of a job's request, such as `extra_vars.`
/// @param poll where a job's state is found, such as `/jobs/{job}`
/// @param until what it says when it has ended well, such as `status=successful`
/// @param failed what it says when it has failed
/// @param log where its log is found; empty for nowhere
public record NewItemWish(@Nullable String kind, @Nullable String item, @Nullable String title,
        @Nullable String description, @Nullable String image, @Nullable String shell, @Nullable String parameters,
        @Nullable String outputs, @Nullable String create, @Nullable String delete, @Nullable String action,
        @Nullable String actionScript, @Nullable String prefix, @Nullable String poll, @Nullable String until,
        @Nullable String failed, @Nullable String log) {

    /// A job behind an API.
    public static final String JOB = "job";
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9][a-zA-Z0-9./_-]*(:[0-9]+/[a-zA-Z0-9./_-]+)?"
            + "(:[A-Za-z0-9_][A-Za-z0-9._-]*|@sha256:[0-9a-f]{64})");
    private static final Pattern PATH = Pattern.compile("/[^\\s\"'`$]{0,300}");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_.-]+=[A-Za-z0-9_.,-]+");
    private static final int LONGEST = 20_000;

    public NewItemWish {
        kind = JOB.equals(kind) ? JOB : "script";
        item = text(item);
        title = text(title);
        description = text(description);
        image = text(image);
        shell = text(shell).isEmpty() ? "sh" : text(shell);
        parameters = text(parameters);
        outputs = text(outputs);
        create = text(create);
        delete = text(delete);
        action = text(action);
        actionScript = text(actionScript);
        prefix = text(prefix);
        poll = text(poll);
        until = text(until);
        failed = text(failed);
        log = text(log);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n");
    }

    String of(@Nullable String text) {
        return String.valueOf(text);
    }

    public boolean isJob() {
        return JOB.equals(kind);
    }

    /// What cannot be, by field.
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        need(problems, "item", NAME.matcher(of(item)).matches(), "Lower-case letters, digits and dashes, up to 40.");
        need(problems, "title", !of(title).isEmpty() && of(title).length() <= 300, "Say in a few words what it is.");
        need(problems, "description", of(description).length() <= 2_000, "This has to be shorter.");
        need(problems, "image", IMAGE.matcher(of(image)).matches(),
                "An image with a tag or digest, such as registry.example/tools:1.4.");
        need(problems, "action", of(action).isEmpty() || isDayTwo(of(action)), "A name such as restart.");
        need(problems, "shell", Pattern.matches("sh|bash|python3", of(shell)), "Choose one of them.");
        ParameterLine.problem(of(parameters)).ifPresent(problem -> problems.put("parameters", problem));
        need(problems, "outputs", of(outputs).lines().map(String::strip).filter(line -> !line.isEmpty())
                .allMatch(
                        line -> Pattern.matches(isJob() ? "[a-z][a-z0-9-]*=[A-Za-z0-9_.]+" : "[a-z][a-z0-9-]*", line)),
                isJob() ? "On each line a name and a field of the answer: ip=artifacts.ip." : "A name on each line.");
        action(problems, "create", of(create), true);
        action(problems, "delete", of(delete), true);
        action(problems, "actionScript", of(actionScript), !of(action).isEmpty());
        if (isJob()) {
            need(problems, "poll", PATH.matcher(of(poll)).matches(), "A path such as /jobs/{job}.");
            need(problems, "until", STATE.matcher(of(until)).matches(), "Such as status=successful.");
            need(problems, "failed", STATE.matcher(of(failed)).matches(), "Such as status=failed,error.");
            need(problems, "log", of(log).isEmpty() || PATH.matcher(of(log)).matches(),
                    "A path such as /jobs/{job}/log.");
            need(problems, "prefix", Pattern.matches("([A-Za-z0-9_]+\\.)*", of(prefix)),
                    "Such as extra_vars. with a dot.");
        }
        return problems;
    }

    private static boolean isDayTwo(String action) {
        return NAME.matcher(action).matches() && !action.equals(Item.CREATE) && !action.equals(Item.DELETE);
    }

    private void action(Map<String, String> problems, String field, String text, boolean needed) {
        if (text.isEmpty()) {
            need(problems, field, !needed, "Write what is to run.");
        } else if (isJob()) {
            need(problems, field, PATH.matcher(text).matches(), "A path such as /jobs/provision/launch.");
        } else {
            need(problems, field, text.length() <= LONGEST, "This is longer than " + LONGEST + " characters.");
            need(problems, field, !text.contains("{{"),
                    "Two opening braces in a row are not possible: Argo Workflows would replace them.");
        }
    }

    private static void need(Map<String, String> problems, String field, boolean right, String otherwise) {
        if (!right) {
            problems.putIfAbsent(field, otherwise);
        }
    }
}
