package dev.tiphys.audit.offline;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/// The image's files in a folder: the portal's jar, packed as the image's build packs it, and the command `tiphys`.
record PackedPortal(Path command) {

    static PackedPortal in(Path folder) throws IOException, URISyntaxException {
        Path classes = Path.of(AuditCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path thin = folder.resolve("thin.jar");
        pack(classes, thin);
        Repackager packing = new Repackager(thin.toFile());
        packing.setMainClass("dev.tiphys.TiphysApplication");
        packing.setBackupSource(false);
        packing.repackage(folder.resolve("portal.jar").toFile(), libraries -> {
            for (Path jar : jars()) {
                libraries.library(new Library(jar.toFile(), LibraryScope.COMPILE));
            }
        });
        Path command = folder.resolve("tiphys");
        Files.writeString(command, Files.readString(script()).replace("/opt/tiphys/", folder + "/"));
        return new PackedPortal(command);
    }

    private static Path script() {
        return Stream.of("docker/tiphys", "../docker/tiphys").map(Path::of).filter(Files::exists).findFirst()
                .orElseThrow();
    }

    private static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(file -> file.toString().endsWith(".jar") && Files.exists(file)).toList();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    /// What the command printed, with its exit code in the last line.
    String run(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("/bin/sh", command.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().merge("PATH", Path.of(System.getProperty("java.home"), "bin").toString(),
                (path, bin) -> bin + File.pathSeparator + path);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("tiphys " + String.join(" ", words) + " does not end");
        }
        return printed + "exit " + process.exitValue();
    }
}
