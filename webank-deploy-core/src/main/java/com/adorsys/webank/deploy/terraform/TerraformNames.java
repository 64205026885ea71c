package com.adorsys.webank.deploy.terraform;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Which output is for what. Immutable. */
public final class TerraformNames {
    private static final TerraformNames DEFAULTS = new TerraformNames(new EnumMap<>(Purpose.class), new TreeMap<>());

    private final Map<Purpose, String> outputs;
    private final Map<String, String> roles;

    private TerraformNames(Map<Purpose, String> outputs, Map<String, String> roles) {
        this.outputs = outputs;
        this.roles = roles;
    }

    /** The names that {@link Purpose} states. */
    public static TerraformNames defaults() {
        return DEFAULTS;
    }

    /** These names, with this output alone for the purpose. */
    public TerraformNames with(Purpose purpose, String output) {
        Map<Purpose, String> changed = new EnumMap<>(Purpose.class);
        changed.putAll(outputs);
        changed.put(purpose, Objects.requireNonNull(output, "output"));
        return new TerraformNames(changed, roles);
    }

    /**
     * These names, with an output of its own for the ARN of the role of a service account, in place of the entry in the
     * map of {@link Purpose#ROLE_ARNS}.
     */
    public TerraformNames withRole(String serviceAccount, String output) {
        Map<String, String> changed = new TreeMap<>(roles);
        changed.put(serviceAccount, Objects.requireNonNull(output, "output"));
        return new TerraformNames(outputs, changed);
    }

    /** The names of outputs for a purpose, in the order in which they are looked for. */
    public List<String> of(Purpose purpose) {
        String output = outputs.get(purpose);
        return output == null ? purpose.defaultNames() : List.of(output);
    }

    /** The output for the ARN of the role of a service account, if it has one of its own. */
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

    /** What differs from the defaults. */
    @Override
    public String toString() {
        return "names of outputs " + outputs + ", of roles " + roles;
    }
}
