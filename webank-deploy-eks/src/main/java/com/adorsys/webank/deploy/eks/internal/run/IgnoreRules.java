package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Release;
import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.eks.IgnoredField;
import com.adorsys.webank.deploy.eks.internal.fields.IgnoredFields;
import com.adorsys.webank.deploy.manifest.Manifest;
import com.adorsys.webank.deploy.manifest.ManifestSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the fields that the options ignore into the annotations of the objects that have them, so that whoever looks at a
 * revision or at an object knows them without the options.
 */
final class IgnoreRules {
    private final Release release;
    private final Set<IgnoredField> rules;
    private final Set<IgnoredField> unused;

    IgnoreRules(Release release, Set<IgnoredField> rules) {
        this.release = release;
        this.rules = rules;
        this.unused = new LinkedHashSet<>(rules);
    }

    ManifestSet annotated(ManifestSet desired) {
        return rules.isEmpty() ? desired : desired.map(this::annotated);
    }

    private Manifest annotated(Manifest manifest) {
        ResourceId given = manifest.id();
        ResourceId inRelease = ResourceId.of(given.apiVersion(), given.kind(), release.namespace(), given.name());
        Set<String> pointers = new TreeSet<>();
        for (IgnoredField rule : rules) {
            if (rule.matches(given) || given.namespace().isEmpty() && rule.matches(inRelease)) {
                pointers.add(rule.pointer());
                unused.remove(rule);
            }
        }
        return pointers.isEmpty() ? manifest : Manifest.of(IgnoredFields.with(manifest.tree(), pointers));
    }

    /** What is wrong with annotations, and rules that match no object. */
    List<Problem> problems(DesiredSet set) {
        List<Problem> problems = new ArrayList<>();
        for (DesiredObject desired : set.objects()) {
            for (String pointer : IgnoredFields.invalid(desired.manifest().tree())) {
                problems.add(Problems.problem(
                        ProblemCodes.IGNORED_FIELD_INVALID,
                        desired,
                        "its annotation `" + IgnoredFields.ANNOTATION + "` has " + Problem.quote(pointer)
                                + ", which is not a JSON pointer to a field that can be ignored",
                        "write pointers with commas between them, as in `/spec/replicas`"));
            }
        }
        for (IgnoredField rule : unused) {
            problems.add(Problems.warning(
                    release,
                    ProblemCodes.OPTION_WITHOUT_EFFECT,
                    Problem.quote("--ignore-field " + rule) + " has no effect: no object in the set matches",
                    "correct it, or leave it out"));
        }
        return problems;
    }
}
