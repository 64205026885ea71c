package com.adorsys.webank.deploy.schema.internal;

import org.jspecify.annotations.Nullable;

/** The texts by their names. Made by SchemaTool. */
public final class Texts {
    private Texts() {}

    /** The text of a name; null if there is none. */
    public static @Nullable String of(String name) {
        return switch (name) {
            case "admission.k8s.io" -> AdmissionK8sIoText.text();
            case "admissionregistration.k8s.io" -> AdmissionregistrationK8sIoText.text();
            case "apidiscovery.k8s.io" -> ApidiscoveryK8sIoText.text();
            case "apiextensions.k8s.io" -> ApiextensionsK8sIoText.text();
            case "apiregistration.k8s.io" -> ApiregistrationK8sIoText.text();
            case "apps" -> AppsText.text();
            case "argoproj.io" -> ArgoprojIoText.text();
            case "authentication.k8s.io" -> AuthenticationK8sIoText.text();
            case "authorization.k8s.io" -> AuthorizationK8sIoText.text();
            case "autoscaling" -> AutoscalingText.text();
            case "batch" -> BatchText.text();
            case "bitnami.com" -> BitnamiComText.text();
            case "certificates.k8s.io" -> CertificatesK8sIoText.text();
            case "coordination.k8s.io" -> CoordinationK8sIoText.text();
            case "core" -> CoreText.text();
            case "discovery.k8s.io" -> DiscoveryK8sIoText.text();
            case "events.k8s.io" -> EventsK8sIoText.text();
            case "extensions" -> ExtensionsText.text();
            case "external-secrets.io" -> ExternalSecretsIoText.text();
            case "flowcontrol.apiserver.k8s.io" -> FlowcontrolApiserverK8sIoText.text();
            case "generators.external-secrets.io" -> GeneratorsExternalSecretsIoText.text();
            case "groups" -> GroupsText.text();
            case "internal.apiserver.k8s.io" -> InternalApiserverK8sIoText.text();
            case "lifecycle.k8s.io" -> LifecycleK8sIoText.text();
            case "meta" -> MetaText.text();
            case "monitoring.coreos.com" -> MonitoringCoreosComText.text();
            case "networking.k8s.io" -> NetworkingK8sIoText.text();
            case "node.k8s.io" -> NodeK8sIoText.text();
            case "policy" -> PolicyText.text();
            case "rbac.authorization.k8s.io" -> RbacAuthorizationK8sIoText.text();
            case "resource.k8s.io" -> ResourceK8sIoText.text();
            case "scheduling.k8s.io" -> SchedulingK8sIoText.text();
            case "secrets-store.csi.x-k8s.io" -> SecretsStoreCsiXK8sIoText.text();
            case "sources" -> SourcesText.text();
            case "storage.k8s.io" -> StorageK8sIoText.text();
            case "storagemigration.k8s.io" -> StoragemigrationK8sIoText.text();
            default -> null;
        };
    }
}
