package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.ProgressEvent;
import com.adorsys.webank.deploy.eks.ProgressEvent.Step;
import com.adorsys.webank.deploy.eks.ProgressListener;
import com.adorsys.webank.deploy.eks.Readiness;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a run does, while it does it: on a terminal one line an object, which changes in place until the object is done;
 * elsewhere a line for each thing that happened. Thread-safe.
 */
final class Progress implements ProgressListener, AutoCloseable {
    /** More lines at once than these would not fit on small terminals. */
    private static final int MOST_LIVE = 12;

    private static final String ESCAPE = "\u001b[";

    private final Console console;
    private final boolean terminal;
    /** What is under way, by object: the end of its line. */
    private final Map<ResourceId, String> live = new LinkedHashMap<>();

    private final Map<ResourceId, String> said = new HashMap<>();
    private String step = "";
    private boolean deleting;
    private int drawn;
    private boolean closed;

    private Progress(Console console, boolean terminal) {
        this.console = console;
        this.terminal = terminal;
    }

    /** As it fits the console. */
    static Progress of(Console console) {
        return new Progress(console, console.isTerminal());
    }

    /** As it fits a terminal, or not. */
    static Progress of(Console console, boolean terminal) {
        return new Progress(console, terminal);
    }

    /** Shows a line that stays. */
    synchronized void say(String line) {
        show(Console.shown("webank-deploy: " + line));
    }

    @Override
    public synchronized void on(ProgressEvent event) {
        if (closed) {
            return;
        }
        if (event instanceof ProgressEvent.StepStarted started) {
            begin(started.step(), started.objects());
        } else if (event instanceof ProgressEvent.ObjectStarted started) {
            update(started.id(), word(started.action()) + " ...");
        } else if (event instanceof ProgressEvent.ObjectDone done) {
            end(done.id(), word(done.outcome()));
        } else if (event instanceof ProgressEvent.ObjectFailed failed) {
            end(failed.id(), "failed: " + failed.why());
        } else if (event instanceof ProgressEvent.ObjectReadiness changed) {
            readiness(changed.id(), changed.readiness());
        } else if (event instanceof ProgressEvent.Warning warning) {
            show(Console.shown("warning: " + warning.text()));
        }
    }

    private void begin(Step next, int objects) {
        String what = switch (next) {
            case READ -> "reading";
            case VALIDATE -> "comparing";
            case APPLY -> "applying";
            case WAIT -> "waiting for";
            case PRUNE -> "deleting";
        };
        step = what + " " + objects + (objects == 1 ? " object" : " objects");
        deleting = next == Step.PRUNE;
        // To say of each command that it reads would be noise; who watches may want to know.
        boolean silent = next == Step.READ || next == Step.VALIDATE || objects == 0;
        if (terminal) {
            redraw("");
        } else if (!silent) {
            say(step);
        }
    }

    private void update(ResourceId id, String what) {
        if (terminal) {
            live.put(id, what);
            redraw("");
        }
    }

    private void readiness(ResourceId id, Readiness readiness) {
        if (deleting && readiness.state() == Readiness.State.NOT_FOUND) {
            // That it is deleted comes as an event of its own.
            return;
        }
        if (readiness.isCurrent()) {
            end(id, "ready");
        } else if (terminal) {
            live.put(id, readiness.toString());
            redraw("");
        } else {
            end(id, readiness.toString());
        }
    }

    private void end(ResourceId id, String what) {
        live.remove(id);
        // An object that is looked at twice in the same state has nothing to tell the second time.
        if (!what.equals(said.put(id, what))) {
            show(line(id, what));
        } else if (terminal) {
            redraw("");
        }
    }

    private void show(String line) {
        redraw(line + "\n");
    }

    /** Writes what stays above what is live. */
    private void redraw(String staying) {
        if (!terminal) {
            console.showNow(staying);
            return;
        }
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append(ESCAPE).append(drawn).append('A');
        }
        text.append('\r').append(ESCAPE).append('J').append(staying);
        drawn = 0;
        if (!closed) {
            // Without wrapping: each line is a row, however narrow the terminal is.
            text.append(ESCAPE).append("?7l");
            if (!step.isEmpty()) {
                text.append(step).append(" ...\n");
                drawn++;
            }
            int shown = 0;
            for (Map.Entry<ResourceId, String> entry : live.entrySet()) {
                drawn++;
                if (shown == MOST_LIVE) {
                    text.append("  and ").append(live.size() - shown).append(" more\n");
                    break;
                }
                text.append("  ").append(line(entry.getKey(), entry.getValue())).append('\n');
                shown++;
            }
            text.append(ESCAPE).append("?7h");
        }
        console.showNow(text.toString());
    }

    private static String line(ResourceId id, String what) {
        return Console.shown(id + " " + what);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Takes away what is live. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (terminal) {
                redraw("");
            }
        }
    }
}
