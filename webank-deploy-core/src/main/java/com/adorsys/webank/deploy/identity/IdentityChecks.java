package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.core.AwsNames;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Names;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with the parts of one value. */
final class IdentityChecks {
    private final List<Problem> problems = new ArrayList<>();

    void role(String text) {
        if (Arn.find(text).filter(Arn::isRole).isEmpty()) {
            arn("roleArn", text, "an IAM role", "arn:aws:iam::111122223333:role/NAME");
        }
    }

    /** Reports an ARN that is not of the kind that is required. */
    void arn(String field, String text, String what, String example) {
        error(
                ProblemCodes.ARN_INVALID,
                field,
                Problem.quote(text) + " is not the ARN of " + what,
                "write it as in `" + example + "`");
    }

    void cluster(String name) {
        AwsNames.clusterName(name)
                .map(problem -> problem.at(Location.of("cluster")))
                .ifPresent(problems::add);
    }

    void namespace(String name) {
        name("namespace", name, Names.label(name));
    }

    void serviceAccount(String name) {
        name("serviceAccount", name, Names.subdomain(name));
    }

    private void name(String field, String name, Optional<String> rule) {
        rule.ifPresent(broken -> error(
                ProblemCodes.NAME_INVALID,
                field,
                Problem.quote(name) + " is not a valid name: " + broken,
                "change it"));
    }

    void error(String code, String field, String what, String remedy) {
        problems.add(Problem.error(code, Location.of(field), what, remedy));
    }

    void throwIfAny() {
        DeployException.InvalidInput.throwIfErrors(problems);
    }
}
