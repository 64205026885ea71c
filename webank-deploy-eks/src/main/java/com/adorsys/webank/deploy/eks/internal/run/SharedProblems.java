package com.adorsys.webank.deploy.eks.internal.run;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.core.ResourceId;
import java.util.ArrayList;
import java.util.List;

/**
 * Problems of objects, in order. What several objects have alike is reported once, for the first of them, and names the others;
 * what is wrong with a namespace only for the first of its objects.
 */
final class SharedProblems {
    private final SharedTexts<Alike> shared = new SharedTexts<>();
    private final List<Problem> reported = new ArrayList<>();

    void add(Problem problem, ResourceId id) {
        if (isSingle(problem) || shared.add(Alike.of(problem), id)) {
            reported.add(problem);
        }
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(reported.size());
        for (Problem problem : reported) {
            all.add(
                    isSingle(problem) || Problems.isOfNamespace(problem)
                            ? problem
                            : problem.withWhat(problem.what() + shared.others(Alike.of(problem))));
        }
        return all;
    }

    /** The preflight replaces missing rights by one problem for each kind. */
    private static boolean isSingle(Problem problem) {
        return problem.code().equals(ProblemCodes.PERMISSION_MISSING);
    }

    /** What problems of several objects have alike. */
    private record Alike(String code, String what, String remedy) {
        static Alike of(Problem problem) {
            // How one object is adopted says how the others are.
            boolean foreign = problem.code().equals(ProblemCodes.OBJECT_FOREIGN);
            return new Alike(problem.code(), problem.what(), foreign ? "" : problem.remedy());
        }
    }
}
