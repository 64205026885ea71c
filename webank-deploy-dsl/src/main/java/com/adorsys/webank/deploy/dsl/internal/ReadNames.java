package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.dsl.network.Ingress;
import java.util.Map;
import java.util.Optional;

/** What the charts' values say of names, labels and the Ingress, for a part as for the umbrella. */
public interface ReadNames {
    /** The common labels. */
    Map<String, String> labels();

    /** The common annotations. */
    Map<String, String> annotations();

    /** Replaces the chart's name. */
    Optional<String> nameOverride();

    /** Replaces the full name. */
    Optional<String> fullnameOverride();

    /** Replaces the release's namespace. */
    Optional<String> namespaceOverride();

    /** The Ingress, if the chart renders one. */
    Optional<Ingress> ingress();
}
