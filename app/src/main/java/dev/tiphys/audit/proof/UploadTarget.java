package dev.tiphys.audit.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/// An object store: each checkpoint is an object of its own, put to an address that holds its number.
final class UploadTarget implements CheckpointTarget {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final AuditProperties.Upload upload;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build();

    UploadTarget(AuditProperties.Upload upload) {
        this.upload = upload;
    }

    @Override
    public String name() {
        return "upload";
    }

    @Override
    public void keep(List<Checkpoint> checkpoints) throws IOException {
        for (Checkpoint checkpoint : checkpoints) {
            put(checkpoint);
        }
    }

    private void put(Checkpoint checkpoint) throws IOException {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create(upload.url().replace("{seq}", Long.toString(checkpoint.seq()))))
                .timeout(DEADLINE).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(CheckpointLines.write(List.of(checkpoint))));
        if (upload.tokenFile() != null) {
            request.header("Authorization", "Bearer " + Files.readString(upload.tokenFile()).strip());
        }
        try {
            HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException("The object store answered " + answer.statusCode() + ".");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The upload was interrupted.", stopped);
        }
    }
}
