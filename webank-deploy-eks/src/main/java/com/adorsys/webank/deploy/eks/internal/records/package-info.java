/** What is kept in a release's namespace: the inventory, the Lease, the revisions. */
@NullMarked
package com.adorsys.webank.deploy.eks.internal.records;

import org.jspecify.annotations.NullMarked;
