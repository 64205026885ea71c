package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.eks.DeployOptions;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.api.ApiServer;
import com.adorsys.webank.deploy.eks.internal.api.Deadline;
import com.adorsys.webank.deploy.eks.internal.records.HelmArchive;

/**
 * What the steps of one run share. Ends with the run.
 *
 * @param server without the run's deadline
 * @param api the same server until the run's deadline
 * @param requestsBefore how many requests it had been sent when the run began
 */
record RunContext(
        ApiServer server,
        ApiServer api,
        Release release,
        DeployOptions options,
        RunListener listener,
        Workers workers,
        ApiResources resources,
        Records records,
        Consents consents,
        long requestsBefore) {
    static RunContext open(ApiServer server, Release release, DeployOptions options, RunListener listener) {
        ApiServer api = server.within(Deadline.in(options.timeout()));
        return new RunContext(
                server,
                api,
                release,
                options,
                listener,
                new Workers(options.concurrency()),
                new ApiResources(api),
                new Records(api, release, options),
                new Consents(release, options),
                server.requests());
    }

    /** Where Helm's records are put away. */
    HelmArchive helmArchive() {
        return new HelmArchive(api, release);
    }

    long requests() {
        return api.requests() - requestsBefore;
    }
}
