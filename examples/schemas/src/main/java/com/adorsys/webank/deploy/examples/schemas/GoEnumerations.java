package com.adorsys.webank.deploy.examples.schemas;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The enumerations in {@code zz_generated.openapi.go}, by type and field. */
final class GoEnumerations {
    private static final Pattern FUNCTION = Pattern.compile("^func schema_(\\w+)_(v\\d\\w*)_(\\w+)\\(ref ");
    private static final Pattern PROPERTY = Pattern.compile("^\\t{5}\"(\\w+)\": \\{");
    private static final Pattern VALUES = Pattern.compile("^\\t+Enum: +\\[\\]interface\\{\\}\\{(.*)\\},");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    /** By {@code package version type field}. */
    private final SortedMap<String, SortedSet<String>> values = new TreeMap<>();

    GoEnumerations(String source) {
        String type = "";
        String field = "";
        for (String line : source.lines().toList()) {
            Matcher function = FUNCTION.matcher(line);
            Matcher property = PROPERTY.matcher(line);
            Matcher enumeration = VALUES.matcher(line);
            if (function.find()) {
                String name = function.group(1);
                type = name.substring(name.lastIndexOf('_') + 1) + " " + function.group(2) + " " + function.group(3);
            } else if (property.find()) {
                field = property.group(1);
            } else if (enumeration.find()) {
                SortedSet<String> texts = new TreeSet<>();
                Matcher text = TEXT.matcher(enumeration.group(1));
                while (text.find()) {
                    texts.add(text.group(1));
                }
                values.put(type + " " + field, texts);
            }
        }
    }

    /** Adds the enumerations to the fields of a description. */
    void addTo(Description description) {
        for (Map.Entry<String, Description.Type> type : description.types.entrySet()) {
            String name = type.getKey();
            String group = Description.groupOf(name);
            int dot = group.indexOf('.');
            String folder = (dot < 0 ? group : group.substring(0, dot)).toLowerCase(Locale.ROOT);
            String key = (group.startsWith("internal.apiserver") ? "apiserverinternal" : folder) + " "
                    + name.substring(name.indexOf('/') + 1).replaceFirst("\\.", " ");
            SortedMap<String, Description.Field> fields =
                    new TreeMap<>(type.getValue().fields());
            fields.replaceAll((field, old) -> {
                SortedSet<String> found = values.get(key + " " + field);
                return found == null ? old : new Description.Field(old.type(), old.required(), found, old.rules());
            });
            type.setValue(new Description.Type(
                    fields, type.getValue().open(), type.getValue().atomic()));
        }
    }
}
