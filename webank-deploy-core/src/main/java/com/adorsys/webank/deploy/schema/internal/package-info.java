/**
 * The descriptions of the package {@code schema}, as constants of classes: a constant is there with its class, and a class-data
 * archive holds both, while a file of a jar takes as long to open and read as ten of its classes. {@code SchemaTool} makes them;
 * do not edit them.
 */
@NullMarked
package com.adorsys.webank.deploy.schema.internal;

import org.jspecify.annotations.NullMarked;
