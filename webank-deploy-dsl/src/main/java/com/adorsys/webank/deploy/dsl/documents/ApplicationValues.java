package com.adorsys.webank.deploy.dsl.documents;

import com.adorsys.webank.deploy.argocd.ApplicationDocument;
import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.Severity;
import com.adorsys.webank.deploy.dsl.values.GivenValues;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import com.adorsys.webank.deploy.manifest.Trees;
import com.adorsys.webank.deploy.yaml.YamlDocument;
import com.adorsys.webank.deploy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values that an Application gives to one of its charts. Immutable. */
public final class ApplicationValues {
    /** The keys that give a chart values from outside of the file that is read. */
    private static final String[] ELSEWHERE = {"valueFiles", "parameters", "fileParameters"};

    private final YamlDocument document;
    private final ApplicationDocument.Chart source;
    private final MapTree helm;

    private ApplicationValues(YamlDocument document, ApplicationDocument.Chart source) {
        this.document = document;
        this.source = source;
        this.helm = source.helm();
    }

    /** The values for a chart of an Application. */
    public static ApplicationValues of(YamlDocument document, ApplicationDocument.Chart source) {
        return new ApplicationValues(document, source);
    }

    /**
     * A problem for each source of values outside of the document, so that nobody believes that all values were read.
     *
     * @param severity the severity of these problems
     */
    public List<Problem> elsewhere(Severity severity) {
        List<Problem> problems = new ArrayList<>();
        for (String key : ELSEWHERE) {
            if (helm.get(key) instanceof ListTree list && !isOnlyDefaults(key, list)) {
                Location place = document.locations().of(source.helmPath() + "." + key);
                String what = "`" + key + "` has values that are not read here";
                String remedy = "Write all values into `valuesObject`";
                problems.add(
                        severity == Severity.ERROR
                                ? Problem.error(ProblemCodes.VALUES_ELSEWHERE, place, what, remedy)
                                : Problem.warning(ProblemCodes.VALUES_ELSEWHERE, place, what, remedy));
            }
        }
        return problems;
    }

    /** Whether a list names only {@code values.yaml} of the chart: these are its defaults, which apply anyway. */
    private static boolean isOnlyDefaults(String key, ListTree list) {
        for (int i = 0; i < list.size(); i++) {
            boolean isDefaults = key.equals("valueFiles")
                    && list.get(i) instanceof ScalarTree file
                    && file.text().equals("values.yaml");
            if (!isDefaults) {
                return false;
            }
        }
        return true;
    }

    /** An error if {@code valuesObject} is not a map; null if it is a map or not set. */
    public @Nullable Problem notMap() {
        Tree object = helm.get("valuesObject");
        return object instanceof MapTree || !Trees.isSet(object)
                ? null
                : Problem.error(
                        ProblemCodes.WRONG_TYPE,
                        document.locations().of(source.valuesPath()),
                        "`valuesObject` is not a map",
                        "Write the chart's keys below it, or `{}` for none");
    }

    /** Whether the values are given as text in {@code values}, and not overridden by {@code valuesObject}. */
    private boolean isText() {
        return !Trees.isSet(helm.get("valuesObject"))
                && !helm.string("values").orElse("").isBlank();
    }

    /**
     * The values. For values given as text, the location of every problem is that of the text.
     *
     * @throws DeployException.InvalidInput if they are a text that is not a map in YAML
     */
    public GivenValues read() {
        return isText()
                ? GivenValues.of(text(), source.valuesTextPath(), document.locations())
                : GivenValues.of(source.values().orElse(MapTree.of()), source.valuesPath(), document.locations());
    }

    private MapTree text() {
        Location place = document.locations().of(source.valuesTextPath());
        byte[] text = helm.string("values").orElse("").getBytes(StandardCharsets.UTF_8);
        List<Problem> problems = new ArrayList<>();
        try {
            if (YamlReader.read(document.file(), text).tree() instanceof MapTree map) {
                return map;
            }
            problems.add(Problem.error(
                    ProblemCodes.WRONG_TYPE,
                    place,
                    "this text is not a map in YAML",
                    "Write the chart's keys into `valuesObject`"));
        } catch (DeployException.InvalidInput e) {
            for (Problem problem : e.problems()) {
                problems.add(problem.at(place));
            }
        }
        throw new DeployException.InvalidInput(problems);
    }

    /** The chart and the release, no values. */
    @Override
    public String toString() {
        return "values of " + source;
    }
}
