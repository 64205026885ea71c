package com.adorsys.webank.deploy.examples.schemas;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the modules {@code k8s.io/api} and {@code k8s.io/apiextensions-apiserver} which API versions end when. */
final class GoLifecycles {
    private static final String FILE = "zz_generated.prerelease-lifecycle.go";
    private static final Pattern RELEASE = Pattern.compile(
            "func \\(in \\*(\\w+)\\) APILifecycle(Deprecated|Removed)\\(\\) \\(major, minor int\\) \\{\\s*return 1, (\\d+)");
    private static final Pattern REPLACEMENT = Pattern.compile(
            "func \\(in \\*(\\w+)\\) APILifecycleReplacement\\(\\) schema.GroupVersionKind \\{\\s*return"
                    + " schema.GroupVersionKind\\{Group: \"([^\"]*)\", Version: \"([^\"]*)\", Kind: \"([^\"]*)\"\\}");
    private static final Pattern GROUP = Pattern.compile("const GroupName = \"([^\"]*)\"");

    private GoLifecycles() {}

    /** Adds what a module says of its kinds, over what was known. Lists of objects and kinds without an end are left out. */
    static void addTo(Description description, ModuleFiles module) {
        for (String file : module.files("", FILE)) {
            String folder = file.substring(0, file.lastIndexOf('/') + 1);
            Matcher group = GROUP.matcher(module.text(folder + "register.go"));
            if (!group.find()) {
                continue;
            }
            String version = folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1);
            String apiVersion = (group.group(1).isEmpty() ? "" : group.group(1) + "/") + version;
            read(module.text(file)).forEach((kind, lifecycle) -> {
                if (!kind.endsWith("List") && lifecycle.deprecated() > 0) {
                    description.lifecycles.put(apiVersion + " " + kind, lifecycle);
                }
            });
        }
    }

    private static Map<String, Description.Lifecycle> read(String source) {
        Map<String, Description.Lifecycle> all = new TreeMap<>();
        Matcher release = RELEASE.matcher(source);
        while (release.find()) {
            int minor = Integer.parseInt(release.group(3));
            boolean removed = release.group(2).equals("Removed");
            all.merge(
                    release.group(1),
                    new Description.Lifecycle(removed ? 0 : minor, removed ? minor : 0, null),
                    (a, b) -> new Description.Lifecycle(
                            a.deprecated() + b.deprecated(), a.removed() + b.removed(), null));
        }
        Matcher replacement = REPLACEMENT.matcher(source);
        while (replacement.find()) {
            String group = replacement.group(2);
            // IngressClass of v1beta1 names the list of its replacement.
            String kind = replacement.group(4).replaceFirst("List$", "");
            String text = (group.isEmpty() ? "" : group + "/") + replacement.group(3) + " " + kind;
            all.computeIfPresent(
                    replacement.group(1),
                    (name, known) -> new Description.Lifecycle(known.deprecated(), known.removed(), text));
        }
        return all;
    }
}
