package dev.tiphys.sandbox.providers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.time.SimClock;

/// An Ansible controller: who launches a job is given its number and asks for its end.
final class AnsibleJobs {

    private static final List<String> TEMPLATES = List.of("provision-machine", "resize-machine", "remove-machine");

    private final SimClock clock;
    private final Things things;
    private final ProviderFaults faults;
    private final Map<Integer, Job> jobs = new LinkedHashMap<>();

    AnsibleJobs(SimClock clock, Things things, ProviderFaults faults) {
        this.clock = clock;
        this.things = things;
        this.faults = faults;
    }

    private static final class Job {

        private final String template;
        private final JsonNode vars;
        private final List<String> lines = new ArrayList<>();
        private String status = "pending";
        private String explanation = "";
        private Optional<ObjectNode> artifacts = Optional.empty();

        private Job(String template, JsonNode vars) {
            this.template = template;
            this.vars = vars;
        }
    }

    synchronized ObjectNode launch(String template, JsonNode vars) {
        if (!TEMPLATES.contains(template)) {
            throw Refusal.unknown("job template " + template);
        }
        if (vars.path("id").asString("").isBlank()) {
            throw Refusal.impossible("extra_vars.id says which machine is meant.");
        }
        int number = 100 + jobs.size();
        Job job = new Job(template, vars);
        jobs.put(number, job);
        clock.schedule(Duration.ofSeconds(2), () -> run(job));
        clock.schedule(Duration.ofSeconds(10), () -> finish(number, job));
        return describe(number);
    }

    private synchronized void run(Job job) {
        job.status = "running";
        job.lines.add("PLAY [" + job.template + "] ****");
        job.lines.add("TASK [Gathering Facts] ok: [" + job.vars.path("id").asString("") + "]");
    }

    private synchronized void finish(int number, Job job) {
        String id = job.vars.path("id").asString("");
        if (faults.fails(Offer.MACHINES)) {
            end(job, "failed", "No host has room for another machine.");
        } else if (job.template.equals("remove-machine")) {
            if (things.list(Offer.MACHINES).stream().anyMatch(one -> one.path("id").asString("").equals(id))) {
                things.remove(Offer.MACHINES, id);
            }
            end(job, "successful", "");
        } else {
            make(number, job, id);
        }
    }

    private void make(int number, Job job, String id) {
        ObjectNode machine = things.list(Offer.MACHINES).stream()
                .filter(one -> one.path("id").asString("").equals(id)).findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
        job.vars.properties().forEach(field -> machine.set(field.getKey(), field.getValue()));
        if (!machine.has("ip")) {
            machine.put("ip", "10.20.0." + (number % 250 + 2));
        }
        machine.put("job", number);
        things.made(Offer.MACHINES, id, machine);
        job.artifacts = Optional.of(JsonMapper.shared().createObjectNode().put("ip", machine.path("ip").asString("")));
        end(job, "successful", "");
    }

    private static void end(Job job, String status, String explanation) {
        job.status = status;
        job.explanation = explanation;
        job.lines.add(explanation.isEmpty() ? "TASK [" + job.template + "] changed" : "fatal: " + explanation);
        job.lines.add("PLAY RECAP: " + status);
    }

    synchronized ObjectNode describe(int number) {
        Job job = find(number);
        ObjectNode json = JsonMapper.shared().createObjectNode().put("job", Integer.toString(number))
                .put("template", job.template).put("status", job.status).put("explanation", job.explanation)
                .put("machine", job.vars.path("id").asString(""));
        job.artifacts.ifPresent(artifacts -> json.set("artifacts", artifacts.deepCopy()));
        return json;
    }

    synchronized String log(int number) {
        return String.join("\n", find(number).lines) + "\n";
    }

    /// The latest first.
    synchronized List<ObjectNode> list() {
        return jobs.keySet().stream().map(this::describe).toList().reversed();
    }

    private Job find(int number) {
        return Optional.ofNullable(jobs.get(number)).orElseThrow(() -> Refusal.unknown("job " + number));
    }
}
