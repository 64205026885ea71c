package com.adorsys.webank.deploy.examples.benchmarks;

import com.adorsys.webank.deploy.eks.testing.FaultProxy;
import com.adorsys.webank.deploy.eks.testing.ProxyRequest;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The very requests that this library sends, and nothing else: what the server takes for them, and a client that neither
 * decides, compares nor reads.
 *
 * <p>The library applies the release through a proxy, which keeps its requests. What was on its way together then is sent
 * together, and what had waited for all before it waits again; of a few such recordings that with the fewest waits is
 * replayed. Only the namespace differs, and the UID and the version of an object that is there, which the answers tell.
 */
final class ReplayContestant implements Contestant {
    private static final int RECORDINGS = 5;
    private static final Pattern UID = Pattern.compile("\"uid\":\"([^\"]*)\"");
    private static final Pattern VERSION = Pattern.compile("\"resourceVersion\":\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\"name\":\"([^\"]*)\"");

    private enum Stage {
        FIRST,
        AGAIN,
        CHANGED
    }

    /**
     * What the library sent.
     *
     * @param namespace where it applied
     * @param stages of each stage the requests that were on their way together, one step after the other
     */
    private record Recording(String namespace, Map<Stage, List<List<ProxyRequest>>> stages) {
        int requests() {
            return stages.values().stream()
                    .mapToInt(steps -> steps.stream().mapToInt(List::size).sum())
                    .sum();
        }

        int steps() {
            return stages.values().stream().mapToInt(List::size).sum();
        }
    }

    private final TestCluster cluster;
    private final BareRequests requests;
    private final Map<String, String> answers = new HashMap<>();
    private Recording recorded = new Recording("", Map.of());
    private int recordedObjects;
    private String namespace = "";
    private String version = "";
    private List<List<ProxyRequest>> steps = List.of();

    ReplayContestant(TestCluster cluster, String server) {
        this.cluster = cluster;
        this.requests = new BareRequests(cluster, server);
    }

    @Override
    public String name() {
        return "the same requests, replayed";
    }

    @Override
    public void prepare(int objects, String to, String of) {
        if (recordedObjects != objects) {
            recorded = record(objects);
            recordedObjects = objects;
        }
        Stage stage = Stage.CHANGED;
        if (!to.equals(namespace)) {
            stage = Stage.FIRST;
            answers.clear();
        } else if (of.equals(version)) {
            stage = Stage.AGAIN;
        }
        namespace = to;
        version = of;
        steps = recorded.stages.getOrDefault(stage, List.of());
    }

    /** That with the fewest requests, since some are sent only once a client; then that with the fewest waits. */
    private Recording record(int objects) {
        List<Recording> recordings = new ArrayList<>();
        try (FaultProxy proxy = FaultProxy.start(cluster);
                LibraryContestant library = new LibraryContestant(proxy.kubeconfig())) {
            for (int i = 0; i < RECORDINGS; i++) {
                String there = cluster.namespace("recorded");
                Map<Stage, List<List<ProxyRequest>>> stages = new EnumMap<>(Stage.class);
                for (Stage stage : Stage.values()) {
                    library.prepare(objects, there, stage == Stage.CHANGED ? "2" : "1");
                    proxy.reset();
                    Recorder recorder = new Recorder(proxy);
                    library.apply();
                    stages.put(stage, recorder.steps(proxy.requests()));
                }
                recordings.add(new Recording(there, stages));
                SampleRelease.delete(cluster, there);
            }
        }
        return Collections.min(
                recordings, Comparator.comparing(Recording::requests).thenComparing(Recording::steps));
    }

    @Override
    public void apply() {
        for (List<ProxyRequest> step : steps) {
            List<HttpResponse<String>> answered =
                    requests.send(step.stream().map(this::here).toList());
            for (int i = 0; i < answered.size(); i++) {
                keep(step.get(i), answered.get(i));
            }
        }
    }

    private BareRequests.Request here(ProxyRequest request) {
        String path = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        String body = here(request.body());
        String there = answers.get(here(request.path()));
        if (there != null) {
            body = with(UID, with(VERSION, body, there), there);
        }
        return new BareRequests.Request(request.method(), here(path), request.contentType(), body);
    }

    private String here(String text) {
        return text.replace(recorded.namespace, namespace);
    }

    private void keep(ProxyRequest request, HttpResponse<String> answer) {
        if (answer.statusCode() != request.code()) {
            throw new IllegalStateException(
                    request + " was now answered " + answer.statusCode() + ": " + answer.body());
        }
        String path = here(request.path());
        if (!request.isWrite() || answer.statusCode() >= 300) {
            return;
        }
        answers.put(
                request.method().equals("POST")
                        ? path + "/" + first(NAME, answer.body()).orElse("")
                        : path,
                answer.body());
    }

    private static String with(Pattern pattern, String body, String there) {
        return first(pattern, there)
                .map(value ->
                        pattern.matcher(body).replaceFirst(found -> Matcher.quoteReplacement(replaced(found, value))))
                .orElse(body);
    }

    private static String replaced(MatchResult found, String value) {
        return found.group().replace(found.group(1), value);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        requests.close();
    }

    /** Notes which requests were on their way when another came. */
    private static final class Recorder {
        private final List<List<Integer>> together = new ArrayList<>();
        private int open;

        Recorder(FaultProxy proxy) {
            proxy.when(request -> true).call(this::began).callAfter(request -> ended());
        }

        private synchronized void began(ProxyRequest request) {
            if (open == 0) {
                together.add(new ArrayList<>());
            }
            together.get(together.size() - 1).add(request.number());
            open++;
        }

        private synchronized void ended() {
            open--;
        }

        synchronized List<List<ProxyRequest>> steps(List<ProxyRequest> all) {
            return together.stream()
                    .map(numbers ->
                            numbers.stream().map(number -> all.get(number - 1)).toList())
                    .toList();
        }
    }
}
