package com.adorsys.webank.deploy.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How this library's values are generated: the interface is public, the implementation hidden, the builder staged, so
 * that the compiler reports a required part that is missing.
 *
 * <p>A value {@code Door} is an interface that extends the generated {@code WithDoor}, which holds its {@code with...}
 * methods, and has a static {@code builder()} that returns the first stage of {@code ImmutableDoor.builder()}. The
 * stages come in the order in which the required attributes are declared; what has a default follows in any order.
 *
 * <p>A default that is computed from another attribute is not a {@code @Value.Default}, since a copy would keep it when
 * the other attribute changes. What was set is then an optional attribute {@code givenName()} that only the package
 * sees, and {@code name()} computes; the builder's method is {@code name}, and the copy's {@code withName}.
 *
 * Callers cannot name the stages, so the Javadoc of {@code builder()} lists them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        get = {"given*", "*"},
        allowedClasspathAnnotations = {javax.annotation.processing.Generated.class},
        jdkOnly = true,
        stagedBuilder = true,
        overshadowImplementation = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE)
public @interface DeployStyle {}
