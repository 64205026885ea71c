package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.internal.api.ApiReader;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.fields.LiveObject;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.time.Duration;
import java.util.List;

/**
 * Why an object is not ready, or not gone, as far as the cluster says. Immutable.
 *
 * @param causes the most telling first
 * @param events the newest warnings about the object, its ReplicaSets and Pods that no cause tells already, newest first;
 *     others if there are no warnings
 */
public record Diagnosis(List<Cause> causes, List<String> events) {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /**
     * One cause.
     *
     * @param text one line: the fact, and what to do
     * @param log the last lines of the container's log, oldest first; empty where there is none to show
     */
    public record Cause(String text, List<String> log) {
        /** Copies the list. */
        public Cause {
            log = List.copyOf(log);
        }
    }

    /** Copies the lists. */
    public Diagnosis {
        causes = List.copyOf(causes);
        events = List.copyOf(events);
    }

    /**
     * Asks a server about an object. It changes nothing, takes some seconds at most, and says what it may not read.
     *
     * <p>Of a container that crashed or does not get ready it shows the last 10 lines of the log. What looks like a password,
     * a token or a key is masked in them; no mask knows every secret that a program may write.
     *
     * @param live the object as it was seen last
     */
    public static Diagnosis explain(ApiReader api, MapTree live) {
        return new Diagnoser(new Evidence(api.within(Deadline.in(LONGEST)))).about(new LiveObject(live));
    }

    /** Every line: the causes, below each its log, then the events. Empty if nothing was found. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Cause cause : causes) {
            text.append("- ").append(cause.text()).append('\n');
            for (String line : cause.log()) {
                text.append("    | ").append(line).append('\n');
            }
        }
        if (!events.isEmpty()) {
            text.append("events:\n");
            for (String event : events) {
                text.append("  ").append(event).append('\n');
            }
        }
        return text.toString();
    }
}
