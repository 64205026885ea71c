package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.core.SecretRef;
import com.adorsys.webank.deploy.dsl.Chart;
import com.adorsys.webank.deploy.dsl.ChartVersions;
import com.adorsys.webank.deploy.dsl.ExternalDatabase;
import com.adorsys.webank.deploy.dsl.OnlineBanking;
import com.adorsys.webank.deploy.dsl.Posture;
import com.adorsys.webank.deploy.dsl.UserApp;
import com.adorsys.webank.deploy.dsl.Webank;
import com.adorsys.webank.deploy.dsl.network.ClassIngress;
import java.util.LinkedHashMap;
import java.util.Map;

/** A chart with two charts in it, of the same shape as Webank's: the same names, labels and kinds. And the same in Java. */
final class SampleChart {
    /** What the chart is in Java. */
    static final Webank WEBANK = Webank.builder()
            .onlineBanking(OnlineBanking.builder()
                    .image(Image.parse("ghcr.io/adorsys-gis/webank-online-banking:1.4.0"))
                    .database(ExternalDatabase.builder()
                            .host(Host.of("db.example.com"))
                            .name("webank")
                            .user("webank")
                            .password(SecretKeyRef.of("rds-secret", "password"))
                            .build())
                    .secrets(SecretRef.of("webank-obs-secret"))
                    .build())
            .userApp(UserApp.builder()
                    .image(Image.parse("ghcr.io/adorsys-gis/webank-userapp:1.4.0"))
                    .putPublicEnv("VITE_WEBANK_OBS_URL", "/api")
                    .build())
            .ingress(ClassIngress.builder()
                    .host(Host.of("dev.webank.example.com"))
                    .ingressClass("nginx")
                    .build())
            .build();

    /** The posture that renders the chart's versions. */
    static final Posture POSTURE = Posture.chart(ChartVersions.defaults()
            .with(Chart.WEBANK, "1.3.0-rc-1", "1.16.0")
            .with(Chart.WEBANK_OBS, "1.2.1", "1.0.1")
            .with(Chart.WEBANK_USERAPP, "1.0.2", "1.0.0"));

    private static final String LABELS = """
            {{- define "sample.selector" -}}
            app.kubernetes.io/instance: {{ .Release.Name }}
            app.kubernetes.io/name: {{ .Chart.Name }}
            {{- end }}
            {{- define "sample.labels" -}}
            {{ include "sample.selector" . }}
            app.kubernetes.io/managed-by: {{ .Release.Service }}
            app.kubernetes.io/version: {{ .Chart.AppVersion }}
            helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
            {{- end }}
            """;

    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: {{ .Release.Name }}
              labels: {{- include "sample.labels" . | nindent 4 }}
            spec:
              ingressClassName: nginx
              rules:
                - host: dev.webank.example.com
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend: {service: {name: "{{ .Release.Name }}-userapp", port: {number: 80}}}
                      - path: /api
                        pathType: Prefix
                        backend: {service: {name: "{{ .Release.Name }}-obs", port: {number: 8081}}}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: {{ .Release.Name }}-{{ .Chart.Name }}
              labels: {{- include "sample.labels" . | nindent 4 }}
            spec:
              type: ClusterIP
              selector: {{- include "sample.selector" . | nindent 4 }}
              ports:
                - {name: http, port: PORT, targetPort: PORT}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ .Release.Name }}-{{ .Chart.Name }}
              labels: {{- include "sample.labels" . | nindent 4 }}
            spec:
              replicas: {{ .Values.replicas | default 1 }}
              strategy:
                type: RollingUpdate
                rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}
              selector:
                matchLabels: {{- include "sample.selector" . | nindent 6 }}
              template:
                metadata:
                  labels: {{- include "sample.labels" . | nindent 8 }}
                spec:
                  containers:
                    - name: CONTAINER
                      image: "ghcr.io/adorsys-gis/IMAGE:{{ .Values.tag }}"
                      imagePullPolicy: IfNotPresent
                      livenessProbe: PROBE
                      readinessProbe: PROBE
            """;

    private static final String OBS = """
                      env:
                        - {name: SPRING_DATASOURCE_URL, value: 'jdbc:postgresql://db.example.com:5432/webank'}
                        - {name: SPRING_DATASOURCE_USERNAME, value: webank}
                        - name: SPRING_DATASOURCE_PASSWORD
                          valueFrom: {secretKeyRef: {name: rds-secret, key: password}}
                      envFrom:
                        - secretRef: {name: webank-obs-secret}
                      ports:
                        - {name: http, containerPort: 8081}
            """;

    private static final String USERAPP = """
                      env:
                        - {name: VITE_WEBANK_OBS_URL, value: /api}
                      ports:
                        - {containerPort: 80, protocol: TCP}
            """;

    private SampleChart() {}

    /** The chart's files, in the folder {@code chart}. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("chart/Chart.yaml", "{apiVersion: v2, name: webank, version: 1.3.0-rc-1, appVersion: 1.16.0}\n");
        files.put("chart/templates/_labels.tpl", LABELS);
        files.put("chart/templates/ingress.yaml", INGRESS);
        files.put("chart/charts/obs/Chart.yaml", "{apiVersion: v2, name: obs, version: 1.2.1, appVersion: 1.0.1}\n");
        files.put("chart/charts/obs/templates/service.yaml", SERVICE.replace("PORT", "8081"));
        files.put(
                "chart/charts/obs/templates/deployment.yaml",
                DEPLOYMENT
                                .replace("CONTAINER", "online-banking-service")
                                .replace("IMAGE", "webank-online-banking")
                                .replace("PROBE", probe("/swagger-ui.html", 8081, 10))
                        + OBS);
        files.put(
                "chart/charts/userapp/Chart.yaml",
                "{apiVersion: v2, name: userapp, version: 1.0.2, appVersion: 1.0.0}\n");
        files.put("chart/charts/userapp/templates/service.yaml", SERVICE.replace("PORT", "80"));
        files.put(
                "chart/charts/userapp/templates/deployment.yaml",
                DEPLOYMENT
                                .replace("CONTAINER", "userapp-frontend")
                                .replace("IMAGE", "webank-userapp")
                                .replace("PROBE", probe("/", 80, 5))
                        + USERAPP);
        return files;
    }

    private static String probe(String path, int port, int delay) {
        return "{httpGet: {path: " + path + ", port: " + port + "}, initialDelaySeconds: " + delay
                + ", periodSeconds: 5}";
    }
}
