package com.adorsys.webank.deploy.schema.internal;

/** {@code batch}. Made by SchemaTool. */
final class BatchText {
    private BatchText() {}

    static String text() {
        return """
            # Kinds of Kubernetes 1.32 1.33 1.34 1.35 1.36 1.37
            kind v1 CronJob namespaced
            kind v1 Job namespaced
            gone v1beta1 CronJob deprecated=1.21 removed=1.25 use=batch/v1.CronJob
            gone v1beta1 JobTemplate deprecated=1.22 removed=1.25
            v1.CronJob
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.CronJobSpec required-since=1.36
              status v1.CronJobStatus
            v1.CronJobSpec
              concurrencyPolicy string enum=Allow|Forbid|Replace
              failedJobsHistoryLimit int32
              jobTemplate! v1.JobTemplateSpec
              schedule! string
              startingDeadlineSeconds int64
              successfulJobsHistoryLimit int32
              suspend bool
              timeZone string
            v1.CronJobStatus
              active []core/v1.ObjectReference
              lastScheduleTime time
              lastSuccessfulTime time
            v1.Job
              apiVersion string
              kind string
              metadata meta/v1.ObjectMeta
              spec v1.JobSpec
              status v1.JobStatus
            v1.JobCondition
              lastProbeTime time
              lastTransitionTime time
              message string
              reason string
              status! string
              type! string
            v1.JobSchedulingConfiguration since=1.37
              disruptionMode scheduling.k8s.io/v1alpha3.WorkloadPodGroupDisruptionMode
              resourceClaims []scheduling.k8s.io/v1alpha3.WorkloadPodGroupResourceClaim keys=name merge=name
              schedulingConstraints scheduling.k8s.io/v1alpha3.WorkloadPodGroupSchedulingConstraints
              schedulingPolicy scheduling.k8s.io/v1alpha3.WorkloadPodGroupSchedulingPolicy
            v1.JobSpec
              activeDeadlineSeconds int64
              backoffLimit int32
              backoffLimitPerIndex int32
              completionMode string enum=Indexed|NonIndexed
              completions int32
              managedBy string
              manualSelector bool
              maxFailedIndexes int32
              parallelism int32
              podFailurePolicy v1.PodFailurePolicy
              podReplacementPolicy string enum=Failed|TerminatingOrFailed
              scheduling v1.JobSchedulingConfiguration since=1.37
              selector meta/v1.LabelSelector
              successPolicy v1.SuccessPolicy
              suspend bool
              template! core/v1.PodTemplateSpec
              ttlSecondsAfterFinished int32
            v1.JobStatus
              active int32
              completedIndexes string
              completionTime time
              conditions []v1.JobCondition merge=type
              failed int32
              failedIndexes string
              ready int32
              startTime time
              succeeded int32
              terminating int32
              uncountedTerminatedPods v1.UncountedTerminatedPods
            v1.JobTemplateSpec
              metadata meta/v1.ObjectMeta
              spec v1.JobSpec
            v1.PodFailurePolicy
              rules! []v1.PodFailurePolicyRule
            v1.PodFailurePolicyOnExitCodesRequirement
              containerName string
              operator! string enum=In|NotIn
              values! []int32 set
            v1.PodFailurePolicyOnPodConditionsPattern
              status string required-until=1.34
              type! string
            v1.PodFailurePolicyRule
              action! string enum=Count|FailIndex|FailJob|Ignore
              onExitCodes v1.PodFailurePolicyOnExitCodesRequirement
              onPodConditions []v1.PodFailurePolicyOnPodConditionsPattern
            v1.SuccessPolicy
              rules! []v1.SuccessPolicyRule
            v1.SuccessPolicyRule
              succeededCount int32
              succeededIndexes string
            v1.UncountedTerminatedPods
              failed []string set
              succeeded []string set
            """;
    }
}
