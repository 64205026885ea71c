package com.adorsys.webank.deploy.terraform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The names of the outputs for each {@link Purpose} and for the roles of service accounts. Immutable. */
public final class TerraformNames {
    private static final TerraformNames DEFAULTS = new TerraformNames(new EnumMap<>(Purpose.class), new TreeMap<>());

    private final Map<Purpose, String> outputs;
    private final Map<String, String> roles;

    private TerraformNames(Map<Purpose, String> outputs, Map<String, String> roles) {
        this.outputs = outputs;
        this.roles = roles;
    }

    /** The default names of every {@link Purpose}. */
    public static TerraformNames defaults() {
        return DEFAULTS;
    }

    /** A copy with this output as the only one for the purpose. */
    public TerraformNames with(Purpose purpose, String output) {
        Map<Purpose, String> changed = new EnumMap<>(Purpose.class);
        changed.putAll(outputs);
        changed.put(purpose, Objects.requireNonNull(output, "output"));
        return new TerraformNames(changed, roles);
    }

    /**
     * A copy with an output for the ARN of the role of one service account, which is used instead of the entry in the
     * map of {@link Purpose#ROLE_ARNS}.
     */
    public TerraformNames withRole(String serviceAccount, String output) {
        Map<String, String> changed = new TreeMap<>(roles);
        changed.put(serviceAccount, Objects.requireNonNull(output, "output"));
        return new TerraformNames(outputs, changed);
    }

    /** The names of the outputs for a purpose, in the order in which they are tried. */
    public List<String> of(Purpose purpose) {
        String output = outputs.get(purpose);
        return output == null ? purpose.defaultNames() : List.of(output);
    }

    /** The output for the ARN of the role of a service account; empty if none was set with {@link #withRole}. */
    public Optional<String> role(String serviceAccount) {
        return Optional.ofNullable(roles.get(serviceAccount));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TerraformNames that && outputs.equals(that.outputs) && roles.equals(that.roles);
    }

    @Override
    public int hashCode() {
        return 31 * outputs.hashCode() + roles.hashCode();
    }

    /** The names that differ from the defaults. */
    @Override
    public String toString() {
        return "names of outputs " + outputs + ", of roles " + roles;
    }
}
