/** Values in the format of the charts that this library replaces: read, merged over their defaults, checked, written. */
@NullMarked
package com.adorsys.webank.deploy.dsl.values;

import org.jspecify.annotations.NullMarked;
