package dev.tiphys.argo.hub;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.CallListener.Outcome;
import dev.tiphys.argo.RenewableToken;
import dev.tiphys.argo.json.JsonView;

/// [Hub] through fabric8, which knows how to be trusted by a Kubernetes API.
public final class HubClient implements Hub {

    private static final Logger LOG = LoggerFactory.getLogger(HubClient.class);

    private final HubConnection connection;
    private final KubernetesClient client;

    private HubClient(HubConnection connection, KubernetesClient client) {
        this.connection = connection;
        this.client = client;
    }

    /// Makes no call yet.
    public static Hub connect(HubConnection connection) {
        int deadline = Math.toIntExact(connection.deadline().toMillis());
        ConfigBuilder config = new ConfigBuilder(Config.empty()).withMasterUrl(connection.uri().toString())
                .withOauthTokenProvider(connection.token()::get).withRequestTimeout(deadline)
                .withConnectionTimeout(Math.min(deadline, 5_000)).withRequestRetryBackoffLimit(1)
                .withHttp2Disable(true);
        if (!connection.caFile().isEmpty()) {
            config.withCaCertFile(connection.caFile());
        }
        return new HubClient(connection, new KubernetesClientBuilder().withConfig(config.build()).build());
    }

    @Override
    public Map<String, String> secret(String namespace, String name) {
        return labelledSecret(namespace, name).values();
    }

    @Override
    public LabelledValues labelledSecret(String namespace, String name) {
        String subject = namespace + "/" + name;
        Secret secret = call("get secret", subject,
                () -> client.secrets().inNamespace(namespace).withName(name).get());
        if (secret == null) {
            throw HubFailures.missing(system(), "get secret " + subject);
        }
        Map<String, String> values = new LinkedHashMap<>();
        orEmpty(secret.getData()).forEach((key, value) -> values.put(key,
                new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return new LabelledValues(name, orEmpty(secret.getMetadata().getLabels()), values);
    }

    @Override
    public void createSecret(String namespace, String name, Map<String, String> labels, Map<String, String> values) {
        Map<String, String> data = new LinkedHashMap<>();
        values.forEach((key, value) -> data.put(key,
                Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        Secret wanted = new SecretBuilder().withNewMetadata().withName(name).withNamespace(namespace)
                .withLabels(labels).endMetadata().withType("Opaque").withData(data).build();
        Secret made = call("create secret", namespace + "/" + name,
                () -> client.secrets().inNamespace(namespace).resource(wanted).create());
        LOG.trace("created {}", made.getMetadata().getName());
    }

    @Override
    public void deleteSecret(String namespace, String name) {
        int gone = call("delete secret", namespace + "/" + name,
                () -> client.secrets().inNamespace(namespace).withName(name).delete()).size();
        LOG.trace("deleted {} secrets", gone);
    }

    @Override
    public void patchWorkflow(String namespace, String name, String patch) {
        GenericKubernetesResource patched = call("patch workflow", namespace + "/" + name,
                () -> client.genericKubernetesResources(argo("Workflow", "workflows")).inNamespace(namespace)
                        .withName(name).patch(PatchContext.of(PatchType.JSON_MERGE), patch));
        LOG.trace("patched {}", patched.getMetadata().getName());
    }

    @Override
    public List<EventsObject> events(String namespace) {
        return Stream.of(argo("EventBus", "eventbus"), argo("EventSource", "eventsources"), argo("Sensor", "sensors"))
                .flatMap(kind -> call("list " + kind.getPlural(), namespace,
                        () -> client.genericKubernetesResources(kind).inNamespace(namespace).list().getItems())
                        .stream().map(object -> events(kind.getKind(), object)))
                .toList();
    }

    @Override
    public String version() {
        return call("get version", "", () -> client.getKubernetesVersion().getGitVersion());
    }

    @Override
    public boolean may(Right right) {
        String[] resource = right.resource().split("/", 2);
        SelfSubjectAccessReview question = new SelfSubjectAccessReviewBuilder().withNewSpec()
                .withNewResourceAttributes().withVerb(right.verb()).withGroup(right.group())
                .withResource(resource[0]).withSubresource(resource.length > 1 ? resource[1] : null)
                .withNamespace(right.namespace()).withName(right.name().isEmpty() ? null : right.name())
                .endResourceAttributes().endSpec().build();
        return Boolean.TRUE.equals(call("ask for a right", right.verb() + " " + right.resource(),
                () -> client.authorization().v1().selfSubjectAccessReview().create(question)).getStatus()
                .getAllowed());
    }

    @Override
    public Optional<Map<String, String>> findConfigMap(String namespace, String name) {
        ConfigMap map = call("get configmap", namespace + "/" + name,
                () -> client.configMaps().inNamespace(namespace).withName(name).get());
        return Optional.ofNullable(map).map(found -> found.getData() == null ? Map.of() : Map.copyOf(found.getData()));
    }

    @Override
    public List<LabelledValues> listConfigMaps(String namespace, String labelSelector) {
        return call("list configmaps", namespace, () -> client.configMaps().inNamespace(namespace)
                .withLabelSelector(labelSelector).list().getItems()).stream()
                .map(map -> new LabelledValues(map.getMetadata().getName(), orEmpty(map.getMetadata().getLabels()),
                        orEmpty(map.getData())))
                .toList();
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : values;
    }

    @Override
    public void keepConfigMap(String namespace, String name, Map<String, String> values) {
        ConfigMap wanted = new ConfigMapBuilder().withNewMetadata().withName(name).withNamespace(namespace)
                .endMetadata().withData(values).build();
        ConfigMap kept = call("write configmap", namespace + "/" + name, () -> {
            var place = client.configMaps().inNamespace(namespace);
            return place.withName(name).get() == null
                    ? place.resource(wanted).create()
                    : place.withName(name).patch(PatchContext.of(PatchType.JSON_MERGE),
                            Serialization.asJson(wanted));
        });
        LOG.trace("wrote {}", kept.getMetadata().getName());
    }

    @Override
    public void close() {
        client.close();
    }

    private String system() {
        return "kubernetes " + connection.name();
    }

    private <T> T call(String verb, String subject, Supplier<T> work) {
        String token = connection.token().get();
        try {
            return observed(verb, subject, work);
        } catch (ArgoException.Unauthenticated stranger) {
            if (!RenewableToken.renewed(connection.token(), token)) {
                throw stranger;
            }
            LOG.info("{} refused the token; there is another one by now", system());
            return observed(verb, subject, work);
        }
    }

    private <T> T observed(String verb, String subject, Supplier<T> work) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.UNAVAILABLE;
        try {
            T answer = work.get();
            outcome = Outcome.DONE;
            return answer;
        } catch (KubernetesClientException e) {
            ArgoException failure = HubFailures.of(system(), verb + " " + subject, e);
            outcome = Outcome.of(failure);
            throw failure;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.debug("{}: {} {} in {} ms: {}", system(), verb, subject, took.toMillis(), outcome);
            connection.listener().called(system(), verb, took, outcome);
        }
    }

    private static EventsObject events(String kind, GenericKubernetesResource object) {
        JsonView json = JsonView.parse(Serialization.asJson(object));
        List<String> failing = json.items("status", "conditions")
                .filter(condition -> !condition.text("status").equals("True"))
                .map(condition -> condition.text("type") + ": " + condition.text("message")).toList();
        return new EventsObject(kind, json.text("metadata", "namespace"), json.text("metadata", "name"), failing);
    }

    private static ResourceDefinitionContext argo(String kind, String plural) {
        return new ResourceDefinitionContext.Builder().withGroup("argoproj.io").withVersion("v1alpha1").withKind(kind)
                .withPlural(plural).withNamespaced(true).build();
    }
}
