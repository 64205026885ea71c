package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.manifest.Manifest;

/**
 * The rules of the API server between the fields of an object, for the kinds of an API group: those that a shape of the package
 * {@code schema} cannot express.
 */
interface FieldRules {
    /** Reports what the API server refuses in an object of the group. What is not of its shape is reported elsewhere. */
    void check(Manifest manifest, Report report);
}
