package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.dsl.environment.Environment;
import com.adorsys.webank.deploy.examples.cli.Command.Option;
import com.adorsys.webank.deploy.schema.ProductVersion;
import com.adorsys.webank.deploy.schema.Targets;
import java.util.List;
import java.util.function.Supplier;

/** The options that name the versions of Kubernetes and of Argo CD that manifests are checked for. */
final class VersionArguments {
    private static final String KUBERNETES = "--kubernetes-version";
    private static final String ARGO_CD = "--argocd-version";

    static final List<Option> OPTIONS = List.of(Option.value(KUBERNETES), Option.value(ARGO_CD));

    private VersionArguments() {}

    /** The versions that are named; an unsupported one is added as a problem. */
    static Targets targets(Arguments arguments) {
        Targets targets = Targets.any();
        String kubernetes = arguments.value(KUBERNETES);
        if (kubernetes != null) {
            targets = with(targets, KUBERNETES, () -> ProductVersion.kubernetes(kubernetes), arguments);
        }
        String argoCd = arguments.value(ARGO_CD);
        if (argoCd != null) {
            targets = with(targets, ARGO_CD, () -> ProductVersion.argoCd(argoCd), arguments);
        }
        return targets;
    }

    private static Targets with(Targets targets, String option, Supplier<ProductVersion> version, Arguments arguments) {
        try {
            return targets.with(version.get());
        } catch (DeployException.InvalidInput unsupported) {
            arguments.add(option, unsupported);
            return targets;
        }
    }

    /** An environment for the versions that are named, in place of its own. */
    static Environment apply(Targets targets, Environment environment) {
        Environment changed =
                targets.kubernetes().map(environment::withKubernetes).orElse(environment);
        return targets.argoCd().map(changed::withArgoCd).orElse(changed);
    }
}
