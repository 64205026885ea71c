package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The help and the version of the tool. */
final class Help {
    static final List<String> COMMANDS = List.of(
            "render",
            "check",
            "generate",
            "chart",
            "migrate",
            "publish",
            "bootstrap",
            "set-image",
            "promote",
            "diff",
            "audit",
            "plan",
            "apply",
            "status",
            "history",
            "rollback",
            "delete",
            "wait",
            "switch-source",
            "rights",
            "token");

    static final String TOOL = """
            Renders Webank's values and environments as Kubernetes manifests, and applies them to
            a cluster.

            Usage: webank-deploy COMMAND [OPTION]...

              render     renders values of the charts, and prints the manifests
              check      checks Argo CD Applications, values and manifests
              generate   writes the Git tree of the environments
              chart      writes the Helm charts of an environment's Webank
              migrate    writes the Java that builds what values of the charts describe
              publish    commits the Git tree of the environments to a repository
              bootstrap  writes what a cluster with Argo CD needs once
              set-image  sets images of an environment, and publishes what that changes
              promote    gives an environment the images of another one
              diff       shows what differs between two revisions, or two environments
              audit      lists the commits of a configuration repository, and what they changed

              plan       shows what apply would change in a release in a cluster
              apply      makes the objects of a release exactly those of the manifests
              status     shows the state of a release, and what has drifted
              history    lists the revisions of a release
              rollback   applies an earlier revision of a release again
              delete     deletes the objects of a release
              wait       waits until Argo CD has synced an environment to a commit
              switch-source  checks the steps by which an Application of Argo CD leaves its chart
              rights     prints the least rights of whoever deploys a release
              token      prints a token for a cluster on EKS

              --help     shows this; after a command, the help of the command
              --version  shows the version
              --verbose  after a command: shows the stack trace of a fault of this tool

            Exit codes
              0  done
              1  a fault of this tool
              2  the input has errors, the output cannot be written, or an option is wrong
              3  a difference was found, and an option asks for this exit code; or a check of
                 switch-source failed
              4  a cluster, AWS or a Git repository refused or could not be reached, or a roll-out
                 failed or took too long
            130  interrupted
            """;

    private Help() {}

    /** Prints a help text. */
    static int show(Console console, String text) {
        console.print(text);
        return Cli.DONE;
    }

    /** Prints the version. */
    static int showVersion(Console console) {
        try (InputStream in = Help.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IllegalStateException("version.txt is not beside the classes");
            }
            console.print("webank-deploy " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n");
            return Cli.DONE;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reports that the first argument is not a command. */
    static int noCommand(Console console, String first) {
        boolean option = first.startsWith("-");
        Optional<String> near = Names.nearest(first, COMMANDS);
        return console.refuse(List.of(Problem.error(
                first.isEmpty()
                        ? ProblemCodes.MISSING_COMMAND
                        : option ? ProblemCodes.UNKNOWN_OPTION : ProblemCodes.UNKNOWN_COMMAND,
                Location.ofFile("webank-deploy"),
                first.isEmpty()
                        ? "no command is given"
                        : (option ? "an option before the command: " : "unknown command ") + Problem.quote(first),
                (near.isPresent() ? "Did you mean `" + near.get() + "`? " : "") + "Start with one of "
                        + String.join(", ", COMMANDS) + "; `webank-deploy --help` explains each")));
    }
}
