package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The environment that charts are exported from: that of {@code --environment}. Default: the first one. */
final class EnvironmentChoice implements Supplier<Environment> {
    static final String ENVIRONMENT = "--environment";

    private final Supplier<Environments> environments;
    private final @Nullable String name;
    private final @Nullable Posture posture;

    /**
     * A choice.
     *
     * @param posture the posture in place of the environment's; null to keep that
     */
    EnvironmentChoice(Supplier<Environments> environments, Arguments arguments, @Nullable Posture posture) {
        this.environments = environments;
        this.name = arguments.value(ENVIRONMENT);
        this.posture = posture;
    }

    /**
     * The environment.
     *
     * @throws DeployException.InvalidInput if there is none, or none of that name
     */
    @Override
    public Environment get() {
        Environment environment = chosen(environments.get());
        return posture == null ? environment : environment.withPosture(posture);
    }

    private Environment chosen(Environments all) {
        if (name != null) {
            return all.get(name);
        }
        for (Environment first : all) {
            return first;
        }
        throw new DeployException.InvalidInput(Problem.error(
                ProblemCodes.ENVIRONMENT_UNKNOWN,
                Location.of("environment"),
                "there is no environment",
                "Add one to the environments of the tool"));
    }
}
