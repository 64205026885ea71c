package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.dsl.environment.Environments;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands that connect to a cluster. A class of its own, so that no other command loads their classes. */
final class ClusterCommands {
    private ClusterCommands() {}

    /** The command with a name; null if there is none. */
    static @Nullable Command named(String name, Supplier<Environments> environments, Connector connector) {
        return switch (name) {
            case "plan" -> new PlanCommand(environments, connector);
            case "apply" -> new ApplyCommand(environments, connector);
            case "status" -> new StatusCommand(environments, connector);
            case "history" -> new HistoryCommand(environments, connector);
            case "rollback" -> new RollbackCommand(environments, connector);
            case "delete" -> new DeleteCommand(environments, connector);
            case "wait" ->
                new WaitCommand(environments, connector, System.getenv(), Clock.system(ZoneId.systemDefault()));
            case "switch-source" -> new SwitchSourceCommand(environments, connector);
            default -> null;
        };
    }
}
