package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.Release;
import java.nio.file.Path;

/** A process that brings the release of a {@link CrashScene} to what it is to be, until somebody kills it. */
final class ApplyProcess {
    private ApplyProcess() {}

    /** Takes the path of a kubeconfig and a namespace. */
    public static void main(String[] args) throws Exception {
        try (EksClient client = EksClient.connect(Kubeconfig.of(Path.of(args[0])))) {
            client.deployer(Release.of("shop", args[1]))
                    .withOptions(CrashScene.OPTIONS)
                    .apply(CrashScene.AFTER);
        }
    }

    static Process start(Path kubeconfig, String namespace, Path log) throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyProcess.class.getName(),
                        kubeconfig.toString(),
                        namespace)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
