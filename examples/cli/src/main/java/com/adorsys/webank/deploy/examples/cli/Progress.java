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
 * Shows the progress of a run: on a terminal one line for each object, which changes in place until the object is done;
 * elsewhere a line for each event. Thread-safe.
 */
final class Progress implements ProgressListener, AutoCloseable {
    /** The most lines at once, so that they fit on small terminals. */
    private static final int MOST_LIVE = 12;

    private static final String ESCAPE = "\u001b[";

    private final Console console;
    private final boolean terminal;
    /** The objects in progress, with the end of the line of each. */
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

    /** Progress for the kind of output that the console has. */
    static Progress of(Console console) {
        return new Progress(console, console.isTerminal());
    }

    /** Progress for a terminal, or for other output. */
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
        // Reading is part of every command, so it is shown only on a terminal.
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
            // An event of its own reports that it is deleted.
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
        // The same state of an object is shown only once.
        if (!what.equals(said.put(id, what))) {
            show(line(id, what));
        } else if (terminal) {
            redraw("");
        }
    }

    private void show(String line) {
        redraw(line + "\n");
    }

    /** Writes a text that stays, above the lines that change in place. */
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

    /** Removes the lines that change in place. */
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
