package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Host;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** An Ingress of any class, such as nginx or traefik. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ClassIngress
        implements Ingress, WithClassIngress, PlusLabels<ClassIngress>, PlusAnnotations<ClassIngress> {
    ClassIngress() {}

    /** A builder: {@code host}, then what is optional. */
    public static ImmutableClassIngress.HostBuildStage builder() {
        return ImmutableClassIngress.builder();
    }

    @Override
    public abstract Host host();

    @Override
    public abstract Optional<String> ingressClass();

    /** Whether and how the Ingress serves TLS. */
    public abstract Optional<Tls> tls();

    /** What the class's controller reads, such as {@code cert-manager.io/cluster-issuer}. */
    @Override
    public abstract Map<String, String> annotations();

    @Override
    public abstract Map<String, String> labels();

    @Override
    public abstract ClassIngress withHost(Host host);

    @Override
    public abstract ClassIngress withLabels(Map<String, ? extends String> entries);

    @Override
    public final Map<String, String> allAnnotations() {
        return new TreeMap<>(annotations());
    }

    @Value.Check
    void check() {
        ModelChecks checks = new ModelChecks("ingress");
        checks.ingressHost(host());
        checks.labels("labels", labels());
        checks.annotations("annotations", annotations());
        checks.throwIfAny();
    }
}
