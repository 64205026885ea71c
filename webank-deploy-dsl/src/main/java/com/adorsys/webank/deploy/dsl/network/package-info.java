/** Network access to the components: Services inside the cluster, and Ingresses from outside. */
@NullMarked
package com.adorsys.webank.deploy.dsl.network;

import org.jspecify.annotations.NullMarked;
