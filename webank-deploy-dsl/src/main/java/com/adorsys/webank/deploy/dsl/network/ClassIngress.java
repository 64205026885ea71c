package com.adorsys.webank.deploy.dsl.network;

import com.adorsys.webank.deploy.core.Additions;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.DeployStyle;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.PlusAnnotations;
import com.adorsys.webank.deploy.core.ValueChecks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** An Ingress of any class, such as nginx or traefik. Immutable. */
@Value.Immutable
@DeployStyle
public abstract non-sealed class ClassIngress
        implements Ingress, WithClassIngress, PlusIngress<ClassIngress>, PlusAnnotations<ClassIngress> {
    ClassIngress() {}

    /**
     * A builder: {@code host}, then what is optional.
     *
     * <p>{@code build()} throws {@link DeployException.InvalidInput} with every problem of the value.
     */
    public static ImmutableClassIngress.HostBuildStage builder() {
        return ImmutableClassIngress.builder();
    }

    @Override
    public abstract Host host();

    @Override
    public abstract Optional<String> ingressClass();

    /** The TLS hosts and certificates of the Ingress. Default: none. */
    public abstract List<Tls> tls();

    /** Annotations for the ingress controller, such as {@code cert-manager.io/cluster-issuer}. */
    @Override
    public abstract Map<String, String> annotations();

    @Override
    public abstract Map<String, String> labels();

    @Override
    public abstract ClassIngress withHost(Host host);

    @Override
    public abstract ClassIngress withLabels(Map<String, ? extends String> entries);

    /** A copy with further TLS hosts or certificates. */
    public final ClassIngress plusTls(Tls... added) {
        return withTls(Additions.to(tls(), added));
    }

    @Override
    public final Map<String, String> allAnnotations() {
        return new TreeMap<>(annotations());
    }

    @Value.Check
    void check() {
        ValueChecks checks = new ValueChecks("ingress");
        IngressChecks.check(this, checks);
        checks.annotations("annotations", annotations());
        checks.throwIfAny();
    }
}
