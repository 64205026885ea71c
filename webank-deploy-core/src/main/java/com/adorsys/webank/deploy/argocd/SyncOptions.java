package com.adorsys.webank.deploy.argocd;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sync options of an Application, in an order. Immutable. */
public final class SyncOptions {
    private final List<SyncOption> options;

    private SyncOptions(Collection<SyncOption> options) {
        this.options = List.copyOf(options);
        ArgoChecks checks = new ArgoChecks("spec.syncPolicy.syncOptions");
        SyncOption propagation = null;
        for (SyncOption option : options) {
            if (option.isPropagation()) {
                if (propagation != null) {
                    checks.error(
                            ProblemCodes.EXCLUSIVE_KEYS,
                            "",
                            "`" + propagation.text() + "` and `" + option.text() + "` cannot be set together",
                            "keep one of them");
                }
                propagation = option;
            }
        }
        if (options.contains(SyncOption.REPLACE) && options.contains(SyncOption.SERVER_SIDE_APPLY)) {
            checks.error(
                    ProblemCodes.EXCLUSIVE_KEYS,
                    "",
                    "`ServerSideApply=true` is ignored, because `Replace=true` is set",
                    "keep one of them");
        }
        checks.throwIfAny();
    }

    /**
     * The recommended options: {@link SyncOption#CREATE_NAMESPACE}, {@link SyncOption#SERVER_SIDE_APPLY}, {@link
     * SyncOption#PRUNE_LAST} and {@link SyncOption#FAIL_ON_SHARED_RESOURCE}.
     */
    public static SyncOptions recommended() {
        return of(
                SyncOption.CREATE_NAMESPACE,
                SyncOption.SERVER_SIDE_APPLY,
                SyncOption.PRUNE_LAST,
                SyncOption.FAIL_ON_SHARED_RESOURCE);
    }

    /**
     * Exactly these options, in the order of {@link SyncOption}.
     *
     * @throws DeployException.InvalidInput if two of them cannot be set together
     */
    public static SyncOptions of(SyncOption... options) {
        EnumSet<SyncOption> set = EnumSet.noneOf(SyncOption.class);
        for (SyncOption option : options) {
            set.add(option);
        }
        return new SyncOptions(set);
    }

    /** These options, in this order, as others wrote them. */
    static SyncOptions inOrder(List<SyncOption> options) {
        return new SyncOptions(options);
    }

    /** These options and one more, in the order of {@link SyncOption}. */
    public SyncOptions with(SyncOption option) {
        EnumSet<SyncOption> set = EnumSet.of(option);
        set.addAll(options);
        return new SyncOptions(set);
    }

    /** These options without one. */
    public SyncOptions without(SyncOption option) {
        Set<SyncOption> set = new LinkedHashSet<>(options);
        set.remove(option);
        return new SyncOptions(set);
    }

    /** Whether an option is set. */
    public boolean has(SyncOption option) {
        return options.contains(option);
    }

    /** The options in their order. */
    public List<SyncOption> options() {
        return options;
    }

    ListTree tree() {
        List<String> texts = new ArrayList<>();
        for (SyncOption option : options) {
            texts.add(option.text());
        }
        return ListTree.ofStrings(texts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SyncOptions that && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    @Override
    public String toString() {
        return options.toString();
    }
}
