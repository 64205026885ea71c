package com.adorsys.webank.deploy.dsl;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.internal.ChartExtras;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a component or a Webank that chart values have and the model does not. Immutable; created by {@link
 * ReadComponents} only.
 *
 * @param fromValues whether it was read from values, which contain all labels and annotations of its Service and
 *     Ingress; those added later also go to the Service and the Ingress
 * @param extras what the values say; nothing if it was not read from values
 * @param password the reference to a literal password, which is used as long as the component's database has it; null without
 *     a database
 */
record ChartOnly(
        boolean fromValues, ChartExtras extras, @Nullable SecretKeyRef password) {
    static final ChartOnly NONE = new ChartOnly(false, ChartExtras.of(Map.of(), Map.of()), null);

    /** Whether there are such settings; no values. */
    @Override
    public String toString() {
        return fromValues ? "read from chart values" : "nothing";
    }
}
