package com.adorsys.webank.deploy.eks;

import com.adorsys.webank.deploy.core.ResourceId;
import com.adorsys.webank.deploy.manifest.ChangeClass;
import com.adorsys.webank.deploy.manifest.Difference;
import java.util.List;

/** What a plan does with one object. */
public interface PlannedChange {
    /** What happens to an object. */
    enum Action {
        /** It is not there, and is made. */
        CREATE,
        /** It is this release's, and is changed. */
        UPDATE,
        /** It is deleted and made anew, since a field cannot be changed. */
        REPLACE,
        /** It is somebody else's, and becomes this release's. */
        ADOPT,
        /** It is no longer desired, and is deleted. */
        DELETE,
        /** It is no longer desired, and stays: somebody asked for that, or data would go with it. */
        KEEP,
        /** It is as desired. */
        UNCHANGED,
        /**
         * It cannot be applied: it, or a field of it, is somebody else's, or it is being deleted. The plan's problems say what
         * to do.
         */
        CONFLICT,
        /**
         * It cannot be applied: the server refuses it, as it is invalid, a field cannot be changed, or a right is missing. The
         * plan's problems say what to do.
         */
        REFUSED
    }

    /**
     * Who else manages a field.
     *
     * @param field as the API server writes it: {@code .spec.replicas}
     * @param manager the other manager's name
     * @param isConflicting whether the desired value differs from the manager's
     */
    record ManagedField(String field, String manager, boolean isConflicting) {}

    /** The object. */
    ResourceId id();

    /** What happens to it. */
    Action action();

    /**
     * What changes in the live object, by a dry run on the server: from what is there to what will be there; for a conflict,
     * what would change in the fields that others manage. Empty for an object that is made or deleted. Values of Secrets are
     * masked.
     */
    List<Difference> differences();

    /** What the change does to what runs. */
    ChangeClass changeClass();

    /** Other managers of fields that the desired object sets. */
    List<ManagedField> otherManagers();

    /**
     * Fields that the desired object does not have and that stay in the live one, because another manager holds them; also
     * when the object itself is unchanged. A warning among the plan's problems says what to do.
     */
    List<RetainedField> retainedFields();

    /**
     * What would change if the object did not leave these fields to others, by {@link DeployOptions#ignoredFields}; also when
     * the object itself is unchanged. Values of Secrets are masked.
     */
    List<Difference> ignoredDifferences();

    /** What admission warned of, such as Pod Security. */
    List<String> warnings();

    /**
     * Whether the server could not be asked yet, or has to be asked again: the object's namespace or kind comes with this
     * plan, or the schema of its kind changes. It is asked as soon as that is in force, before any object but namespaces and
     * custom resource definitions is written.
     */
    boolean isUnverified();

    /** What else there is to know, a sentence each. */
    List<String> notes();
}
