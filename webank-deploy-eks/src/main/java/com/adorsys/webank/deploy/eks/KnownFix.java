package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.Difference;
import java.util.function.BiPredicate;

/**
 * A fault of a chart that the manifests in its place do not have, so that they differ there from what runs.
 *
 * @param name what is fixed, in a few words
 * @param matches whether a difference of an object is this fix
 */
public record KnownFix(String name, BiPredicate<ResourceId, Difference> matches) {}
