package com.adorsys.webank.deploy.schema.internal;

/** {@code events.k8s.io}. Made by SchemaTool. */
final class EventsK8sIoText {
    private EventsK8sIoText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 Event namespaced
            gone v1beta1 Event deprecated=1.22 removed=1.25
            v1.Event
              action string
              apiVersion string
              deprecatedCount int32
              deprecatedFirstTimestamp time
              deprecatedLastTimestamp time
              deprecatedSource core/v1.EventSource
              eventTime! time
              kind string
              metadata meta/v1.ObjectMeta
              note string
              reason string
              regarding core/v1.ObjectReference
              related core/v1.ObjectReference
              reportingController string
              reportingInstance string
              series v1.EventSeries
              type string
            v1.EventSeries
              count! int32
              lastObservedTime! time
            """;
    }
}
