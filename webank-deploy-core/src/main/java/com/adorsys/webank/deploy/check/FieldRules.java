package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.schema.Targets;

/**
 * The rules of the API server between the fields of an object, for the kinds of an API group: those that a shape of the package
 * {@code schema} cannot express.
 *
 * <p>The rules are those of <a href="https://github.com/kubernetes/kubernetes/tree/v1.35.4/pkg/apis">pkg/apis/GROUP/validation</a>
 * of Kubernetes 1.35.
 */
interface FieldRules {
    /**
     * Reports what the API server refuses in an object of the group. What is not of its shape is reported elsewhere.
     *
     * @param targets the versions that are checked for
     */
    void check(Manifest manifest, Targets targets, Report report);
}
