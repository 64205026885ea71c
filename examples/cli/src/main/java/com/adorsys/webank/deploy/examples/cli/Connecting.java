package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.examples.cli.Connector.Connection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * A connection that is opened beside what a command does before it needs it, such as reading manifests. Whether it can be
 * opened is not said before that.
 */
final class Connecting implements AutoCloseable {
    private final FutureTask<Connection> task;
    private final Thread thread;
    private boolean taken;

    private Connecting(Supplier<Connection> connect) {
        this.task = new FutureTask<>(connect::get) {
            @Override
            protected void set(Connection connection) {
                super.set(connection);
                if (isCancelled()) {
                    connection.close();
                } else {
                    connection.warmUp();
                }
            }
        };
        this.thread = new Thread(task, "webank-deploy-connecting");
        thread.setDaemon(true);
    }

    /** Begins to connect. */
    static Connecting begin(Supplier<Connection> connect) {
        Connecting connecting = new Connecting(connect);
        connecting.thread.start();
        return connecting;
    }

    /**
     * The connection, which the caller closes; waits for it.
     *
     * @throws DeployException what kept it from being opened
     */
    Connection connection() {
        try {
            Connection connection = task.get();
            taken = true;
            return connection;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw (Error) e.getCause();
        } catch (InterruptedException e) {
            throw new DeployException.Interrupted("Connecting was interrupted. Nothing was sent to the cluster.");
        }
    }

    /** Closes the connection unless somebody took it; does not wait for one that is not open yet. */
    @Override
    public void close() {
        if (taken || task.cancel(true)) {
            return;
        }
        try {
            task.get().close();
        } catch (ExecutionException | CancellationException e) {
            // There is none.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
