package com.adorsys.webank.deploy.schema.internal;

/** {@code discovery.k8s.io}. Made by SchemaTool. */
final class DiscoveryK8sIoText {
    private DiscoveryK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 EndpointSlice namespaced
            gone v1beta1 EndpointSlice deprecated=1.21 removed=1.25 use=discovery.k8s.io/v1.EndpointSlice
            v1.Endpoint
              addresses! []string set
              conditions v1.EndpointConditions
              deprecatedTopology {}string
              hints v1.EndpointHints
              hostname string
              nodeName string
              targetRef core/v1.ObjectReference
              zone string
            v1.EndpointConditions
              ready bool
              serving bool
              terminating bool
            v1.EndpointHints
              forNodes []v1.ForNode since=1.33
              forZones []v1.ForZone
            v1.EndpointPort atomic
              appProtocol string
              name string
              port int32
              protocol string enum=SCTP|TCP|UDP
            v1.EndpointSlice
              addressType! string enum=FQDN|IPv4|IPv6
              apiVersion string
              endpoints []v1.Endpoint required-until=1.35
              kind string
              metadata meta/v1.ObjectMeta
              ports []v1.EndpointPort
            v1.ForNode since=1.33
              name! string
            v1.ForZone
              name! string
            """;
    }
}
