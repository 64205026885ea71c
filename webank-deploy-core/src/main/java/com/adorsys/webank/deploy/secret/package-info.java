/**
 * Where the values of Secrets come from that are in no manifest: External Secrets, and the Secrets Store CSI driver. No type
 * here holds a value of a Secret.
 */
@NullMarked
package com.adorsys.webank.deploy.secret;

import org.jspecify.annotations.NullMarked;
