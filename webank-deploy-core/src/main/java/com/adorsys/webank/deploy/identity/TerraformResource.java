package com.adorsys.webank.deploy.identity;

import com.adorsys.webank.deploy.core.Arn;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.yaml.JsonWriter;

/**
 * A resource in Terraform's JSON.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/syntax/json">JSON configuration syntax</a>
 */
final class TerraformResource {
    private TerraformResource() {}

    /** A file with one resource. */
    static String file(String type, String name, MapTree arguments) {
        return JsonWriter.writeIndented(
                MapTree.of("resource", MapTree.of(type, MapTree.of(identifier(name), arguments))));
    }

    /** A text as an identifier: other characters than letters, digits and {@code _} become {@code _}. */
    private static String identifier(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (digit && i == 0) {
                name.append('_');
            }
            name.append(letter || digit ? c : '_');
        }
        return name.toString();
    }

    /** The name of a role, without its path. */
    static String roleName(Arn role) {
        return role.resource().substring(role.resource().lastIndexOf('/') + 1);
    }
}
