package com.adorsys.webank.deploy.eks.internal.fields;

import static com.adorsys.webank.deploy.manifest.JsonTrees.map;

import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.MapTree;
import java.util.List;

/** An object to apply to a real server: one of each kind that a Webank has, with a field of each sort that the kind has. */
final class Sample {
    private static final String POD = """
            {metadata: {labels: {app: 'x'}, annotations: {'checksum/config': 'abc'}},
             spec: {serviceAccountName: 'default', terminationGracePeriodSeconds: 20, nodeSelector: {disk: 'ssd'},
              securityContext: {runAsNonRoot: true, runAsUser: 1000},
              initContainers: [{name: 'init', image: 'init:1', command: ['sh', '-c', 'true']}],
              containers: [
               {name: 'app', image: 'app:1', args: ['-a', '-b'],
                env: [{name: 'A', value: '1'}, {name: 'EMPTY', value: ''}, {name: 'B', valueFrom: {secretKeyRef: {name: 's', key: 'k'}}}],
                envFrom: [{configMapRef: {name: 'c'}}],
                ports: [{name: 'http', containerPort: 8080}, {name: 'dns', containerPort: 53, protocol: 'UDP'}],
                resources: {requests: {cpu: '250m', memory: '128Mi'}, limits: {cpu: '1', memory: '1Gi'}},
                readinessProbe: {httpGet: {path: '/ready', port: 'http'}, periodSeconds: 5},
                securityContext: {readOnlyRootFilesystem: true, capabilities: {drop: ['ALL']}},
                volumeMounts: [{name: 'tmp', mountPath: '/tmp'}, {name: 'conf', mountPath: '/conf', readOnly: true}]},
               {name: 'side', image: 'side:1', resources: {}}],
              tolerations: [{key: 'a', operator: 'Exists'}],
              volumes: [{name: 'tmp', emptyDir: {}}, {name: 'conf', configMap: {name: 'c', items: [{key: 'a', path: 'b'}]}}]}}""";

    private final String apiVersion;
    private final String kind;
    private final String plural;
    private final String body;

    private Sample(String apiVersion, String kind, String plural, String body) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
        this.body = body;
    }

    static List<Sample> all() {
        return List.of(
                deployment(),
                statefulSet(),
                service(),
                configMap(),
                secret(),
                ingress(),
                autoscaler(),
                networkPolicy());
    }

    static Sample deployment() {
        return new Sample("apps/v1", "Deployment", "deployments", """
                spec: {replicas: 2, revisionHistoryLimit: 3, selector: {matchLabels: {app: 'x'}},
                 strategy: {type: 'RollingUpdate', rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}, template: %s}""".formatted(POD));
    }

    static Sample statefulSet() {
        return new Sample("apps/v1", "StatefulSet", "statefulsets", """
                spec: {replicas: 2, serviceName: 'x', selector: {matchLabels: {app: 'x'}},
                 updateStrategy: {type: 'RollingUpdate', rollingUpdate: {partition: 0}},
                 template: {metadata: {labels: {app: 'x'}}, spec: {containers: [{name: 'app', image: 'app:1',
                   volumeMounts: [{name: 'data', mountPath: '/data'}]}]}},
                 volumeClaimTemplates: [{metadata: {name: 'data'}, spec: {accessModes: ['ReadWriteOnce'],
                   resources: {requests: {storage: '1Gi'}}}}]}""");
    }

    static Sample service() {
        return new Sample("v1", "Service", "services", """
                spec: {type: 'ClusterIP', selector: {app: 'x'}, publishNotReadyAddresses: false,
                 ports: [{name: 'http', port: 80, targetPort: 'http'}, {name: 'dns', port: 53, protocol: 'UDP', targetPort: 53}]}""");
    }

    static Sample configMap() {
        return new Sample(
                "v1",
                "ConfigMap",
                "configmaps",
                "data: {a: '1', empty: '', 'b.yaml': 'x: y'}, binaryData: {c: 'Yw=='}");
    }

    static Sample secret() {
        return new Sample(
                "v1", "Secret", "secrets", "type: 'Opaque', stringData: {a: 'x', b: 'y'}, data: {c: 'Yw==', e: ''}");
    }

    static Sample ingress() {
        return new Sample("networking.k8s.io/v1", "Ingress", "ingresses", """
                spec: {ingressClassName: 'alb', tls: [{hosts: ['a.example.com'], secretName: 't'}],
                 rules: [{host: 'a.example.com', http: {paths: [{path: '/', pathType: 'Prefix',
                   backend: {service: {name: 'x', port: {name: 'http'}}}}]}}]}""");
    }

    static Sample autoscaler() {
        return new Sample("autoscaling/v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers", """
                spec: {minReplicas: 2, maxReplicas: 5, scaleTargetRef: {apiVersion: 'apps/v1', kind: 'Deployment', name: 'x'},
                 metrics: [{type: 'Resource', resource: {name: 'cpu', target: {type: 'Utilization', averageUtilization: 80}}}]}""");
    }

    static Sample networkPolicy() {
        return new Sample("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies", """
                spec: {podSelector: {matchLabels: {app: 'x'}}, policyTypes: ['Ingress', 'Egress'], egress: [],
                 ingress: [{from: [{podSelector: {matchLabels: {app: 'y'}}}], ports: [{port: 8080, protocol: 'TCP'}]}]}""");
    }

    /** Not among {@link #all()}: nothing in its spec can be changed. */
    static Sample claim() {
        return new Sample("v1", "PersistentVolumeClaim", "persistentvolumeclaims", """
                spec: {accessModes: ['ReadWriteOnce'], resources: {requests: {storage: '1Gi'}}}""");
    }

    String kind() {
        return kind;
    }

    /** The object to apply, in the words of the server. */
    MapTree desired(String name) {
        return Desired.normalised(Manifest.of(written(name))).tree();
    }

    /** The object as a person writes it. */
    MapTree written(String name) {
        return map(
                "{apiVersion: '%s', kind: '%s', metadata: {name: '%s', labels: {app: 'x', 'app.kubernetes.io/part-of': 'bank'}, annotations: {note: 'n'}}, %s}"
                        .formatted(apiVersion, kind, name, body));
    }

    ApiResource resource() {
        return new ApiResource(apiVersion, kind, plural, true);
    }

    @Override
    public String toString() {
        return kind;
    }
}
