package com.adorsys.webank.deploy.examples.flow;

import com.adorsys.webank.deploy.core.ClusterTarget;
import com.adorsys.webank.deploy.eks.testing.TestArgoCd;
import com.adorsys.webank.deploy.eks.testing.TestCluster;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the story needs, on this machine: a Git server, a Kubernetes with its controllers, and Argo CD. */
final class Machine implements AutoCloseable {
    private final TestArgoCd argoCd;
    private final GitServer git;
    private final LoadBalancers loadBalancers;

    private Machine(TestArgoCd argoCd, GitServer git) {
        this.argoCd = argoCd;
        this.git = git;
        this.loadBalancers = new LoadBalancers(argoCd.cluster().client());
    }

    /** Starts everything; the first start builds Kubernetes and Argo CD, which takes minutes. */
    static Machine start(Path folder, Narrator narrator) {
        GitServer git = new GitServer(folder);
        narrator.say("a Git server with an empty repository: " + git.uri());
        TestCluster cluster = TestCluster.sharedWithControllers();
        narrator.say("Kubernetes with its controllers: " + cluster.server());
        narrator.say("   no container runs: kwok reports of pods what a kubelet would");
        Machine machine = new Machine(TestArgoCd.shared(), git);
        narrator.say("Argo CD: repository server, application controller, applicationset controller");
        narrator.say("   a program plays the AWS Load Balancer Controller: it gives each Ingress an address");
        return machine;
    }

    GitServer git() {
        return git;
    }

    TestArgoCd argoCd() {
        return argoCd;
    }

    KubernetesClient client() {
        return argoCd.cluster().client();
    }

    /** The cluster as the environments name it. */
    ClusterTarget target() {
        return ClusterTarget.context("test", argoCd.cluster().server());
    }

    /** What the commands reach the cluster with. */
    Path kubeconfig() {
        return argoCd.cluster().kubeconfig("user");
    }

    /** The Applications of Argo CD. */
    NonNamespaceOperation<GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
            applications() {
        return client().genericKubernetesResources("argoproj.io/v1alpha1", "Application")
                .inNamespace(TestArgoCd.NAMESPACE);
    }

    /** An Application; null if it does not exist. */
    @Nullable
    GenericKubernetesResource application(String name) {
        return applications().withName(name).get();
    }

    /** The state of all Applications, for a message. */
    String describeApplications() {
        return argoCd.cluster()
                .run("kubectl", "get", "applications.argoproj.io", "--namespace=argocd", "--output=yaml")
                .out();
    }

    /** Runs kubectl as the owner of the cluster. */
    void kubectl(String input, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "kubectl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        TestCluster.Ran ran = argoCd.cluster().runWithInput(input, command);
        if (ran.code() != 0) {
            throw new IllegalStateException("`" + String.join(" ", command) + "` failed: " + ran.err());
        }
    }

    /** Ends what is not ended with the JVM. */
    @Override
    public void close() {
        loadBalancers.close();
        git.close();
    }
}
