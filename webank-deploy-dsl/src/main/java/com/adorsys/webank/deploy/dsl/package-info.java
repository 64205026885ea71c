/** Webank in types: the components, what they need, the environments they run in, and how all of it is rendered. */
@NullMarked
package com.adorsys.webank.deploy.dsl;

import org.jspecify.annotations.NullMarked;
