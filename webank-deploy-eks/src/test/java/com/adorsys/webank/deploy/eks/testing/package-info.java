/** A real control plane for tests: etcd, kube-apiserver and what runs beside them, as processes of this machine. */
@NullMarked
package com.adorsys.webank.deploy.eks.testing;

import org.jspecify.annotations.NullMarked;
