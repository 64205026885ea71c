package com.adorsys.webank.deploy.dsl;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The {@link com.adorsys.webank.deploy.core.DeployStyle} for values that declare the first stages of their builder by
 * hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        get = {"given*", "*"},
        builder = "generatedBuilder",
        allowedClasspathAnnotations = {javax.annotation.processing.Generated.class},
        jdkOnly = true,
        stagedBuilder = true,
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE)
@interface ManualStages {}
