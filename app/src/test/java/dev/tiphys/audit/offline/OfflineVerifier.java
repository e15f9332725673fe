package dev.tiphys.audit.offline;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs `tiphys audit verify` for tests of other packages.
public final class OfflineVerifier {

    private OfflineVerifier() {
    }

    /// What it says.
    public static String says(String... words) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(words));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        AuditCommand.run(all, out, out);
        return said.toString(StandardCharsets.UTF_8);
    }
}
