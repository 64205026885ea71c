package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.eks.internal.api.ApiResource;
import com.adorsys.webank.deploy.eks.internal.api.ApiResources;
import com.adorsys.webank.deploy.eks.internal.records.Inventory;
import com.adorsys.webank.deploy.eks.internal.records.Member;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How the server calls kinds: as the inventory remembers, else as discovery says. */
final class Kinds implements DesiredSet.Kinds {
    private final Map<String, ApiResource> remembered = new HashMap<>();
    private final ApiResources resources;

    Kinds(Optional<Inventory> inventory, ApiResources resources) {
        this.resources = resources;
        for (Member member : inventory.map(Inventory::members).orElse(java.util.List.of())) {
            remembered.put(key(member.id().apiVersion(), member.id().kind()), member.resource());
        }
    }

    @Override
    public Optional<ApiResource> find(String apiVersion, String kind) {
        ApiResource known = remembered.get(key(apiVersion, kind));
        return known != null ? Optional.of(known) : resources.find(apiVersion, kind);
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }
}
