package dev.tiphys.audit.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// A file that checkpoints are appended to.
record FolderTarget(Path folder) implements CheckpointTarget {

    @Override
    public String name() {
        return "folder " + folder;
    }

    @Override
    public void keep(List<Checkpoint> checkpoints) throws IOException {
        Files.createDirectories(folder);
        ByteBuffer text = ByteBuffer.wrap(CheckpointLines.write(checkpoints).getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    @Override
    public List<Checkpoint> read() throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file())) {
            return CheckpointLines.read(lines);
        }
    }

    private Path file() {
        return folder.resolve("checkpoints.jsonl");
    }
}
