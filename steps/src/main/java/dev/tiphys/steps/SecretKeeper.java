package dev.tiphys.steps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// Writes a Secret into the pod's own namespace with the pod's service account: what is secret never travels as a
/// parameter of a workflow.
final class SecretKeeper {

    private static final String ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount/";

    private final Pod pod;

    SecretKeeper(Pod pod) {
        this.pod = pod;
    }

    void keep(String name, ObjectNode values) throws InterruptedException {
        String namespace = find("KUBERNETES_NAMESPACE", "namespace");
        ObjectNode secret = JsonView.object().put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
        ObjectNode labels = secret.putObject("metadata").put("name", name).put("namespace", namespace)
                .putObject("labels").put("app.kubernetes.io/managed-by", "tiphys");
        pod.find("INSTANCE_ID").ifPresent(instance -> labels.put("tiphys.dev/instance", instance));
        secret.set("stringData", values);
        ApiClient kubernetes = new ApiClient(pod, server(), find("KUBERNETES_TOKEN", "token"), client());
        String path = "/api/v1/namespaces/" + namespace + "/secrets";
        ApiClient.Answer answer = kubernetes.call("POST", path, JsonView.write(secret));
        if (answer.status() == 409) {
            answer = kubernetes.call("PATCH", path + "/" + name, "application/merge-patch+json",
                    JsonView.write(secret));
        }
        if (answer.status() / 100 != 2) {
            throw new ApiClient.Away("the Secret " + name + " cannot be written: " + answer.words());
        }
        pod.say("wrote the Secret " + name);
    }

    private URI server() {
        return URI.create(pod.find("KUBERNETES_URL").orElseGet(() -> "https://" + pod.get("KUBERNETES_SERVICE_HOST")
                + ":" + pod.find("KUBERNETES_SERVICE_PORT").orElse("443")));
    }

    private String find(String variable, String file) {
        return pod.find(variable).or(() -> pod.read(ACCOUNT + file)).map(String::strip).orElseThrow(
                () -> new UsageError("the pod has no service account token; set automountServiceAccountToken"));
    }

    // The cluster's own certificate authority, where the kubelet has put it.
    private HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10));
        pod.read(ACCOUNT + "ca.crt").ifPresent(pem -> builder.sslContext(trusting(pem)));
        return builder.build();
    }

    private static SSLContext trusting(String pem) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new UsageError("the cluster's certificate cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
