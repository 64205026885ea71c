package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.terraform.Findings.Place;

/** An output: its value, the place of the value, and whether it is sensitive. */
record Output(String name, boolean sensitive, TerraformType type, JsonNode value, Place place) {
    boolean isNull() {
        return value instanceof JsonNode.Null;
    }

    /** The name and the kind, no value. */
    @Override
    public String toString() {
        return name + ": " + (sensitive ? "sensitive" : value.what());
    }
}
