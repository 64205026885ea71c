package com.adorsys.webank.deploy.eks.internal.ready;

import com.adorsys.webank.deploy.eks.internal.api.OneLine;
import com.adorsys.webank.deploy.eks.internal.ready.Finding.Rank;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why the API server does not let Pods, or the claims of a StatefulSet, be made. */
final class Refusal {
    /** The beginning says who tried, and names a Pod that nobody will ever see. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:\\(combined from similar events\\): )?"
            // Kubernetes up to 1.34 writes `create`.
            + "(?:Error: |Error creating: |[Cc]reate (Claim \\S+ for )?Pod \\S+ in StatefulSet \\S+ failed error: )?"
            + "(?:(?:pods|persistentvolumeclaims) \"[^\"]*\" is forbidden: )?"
            + "(?:error looking up service account \\S+ )?");

    private static final Pattern QUOTA = Pattern.compile("exceeded quota: ([^,]+),");

    private Refusal() {}

    /** What a message says beyond who it is about. */
    static String core(String message) {
        return BEGINNING.matcher(message).replaceFirst("");
    }

    static Finding of(String message) {
        Matcher beginning = BEGINNING.matcher(message);
        boolean isClaim = beginning.lookingAt() && beginning.group(1) != null;
        String text = OneLine.clause(core(message));
        return Finding.of(
                Rank.REFUSED,
                "its " + (isClaim ? "PersistentVolumeClaims" : "Pods") + " are refused: " + text,
                remedy(text));
    }

    private static String remedy(String text) {
        Matcher quota = QUOTA.matcher(text);
        if (quota.find()) {
            return "Free something of the ResourceQuota `" + quota.group(1) + "`, raise it, or ask for less";
        }
        if (text.contains("failed quota: ") || text.contains("must specify ")) {
            return "State the requests and limits that the namespace's ResourceQuota demands";
        }
        if (text.contains("violates PodSecurity")) {
            return "Set what the namespace's Pod Security level demands, or give the namespace another level (label"
                    + " `pod-security.kubernetes.io/enforce`)";
        }
        if (text.contains("serviceaccount") && text.contains("not found")) {
            return "Create the ServiceAccount, or name one that exists";
        }
        if (text.contains("denied the request") || text.contains("failed calling webhook")) {
            return "Ask who runs that webhook, or change what it refuses";
        }
        if (text.contains("PriorityClass")) {
            return "Create the PriorityClass, or name one that exists";
        }
        return "";
    }
}
