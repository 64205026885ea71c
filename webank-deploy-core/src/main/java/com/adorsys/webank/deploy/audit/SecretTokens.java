package com.adorsys.webank.deploy.audit;

import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.MapTree;
import com.adorsys.webank.deploy.manifest.ScalarTree;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Secrets that are known by their form: tokens of GitHub, GitLab, Slack and AWS, and private keys. */
final class SecretTokens {
    private static final String MASK = "***";

    /** What each form starts with: a text without any of these needs no search. */
    private static final List<String> STARTS = List.of(
            "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA", "PRIVATE KEY");

    /** A private key without its end is masked up to the end of the text. */
    private static final Pattern TOKEN = Pattern.compile("gh[pousr]_[A-Za-z0-9]{16,}"
            + "|github_pat_[A-Za-z0-9_]{16,}"
            + "|glpat-[A-Za-z0-9_-]{16,}"
            + "|xox[a-z]-[A-Za-z0-9-]{10,}"
            + "|A[KS]IA[A-Z0-9]{16}"
            + "|-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)"
            + "(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|\\z)");

    private SecretTokens() {}

    /** The text without them. */
    static String masked(String text) {
        for (String start : STARTS) {
            if (text.contains(start)) {
                return TOKEN.matcher(text).replaceAll(MASK);
            }
        }
        return text;
    }

    /** The tree without them in its texts and keys. */
    static Tree masked(Tree tree) {
        if (tree instanceof MapTree map) {
            MapTree.Builder masked = MapTree.builder();
            for (int i = 0; i < map.size(); i++) {
                masked.put(masked(map.keyAt(i)), masked(map.valueAt(i)));
            }
            return masked.build();
        }
        if (tree instanceof ListTree list) {
            List<Tree> masked = new ArrayList<>(list.size());
            for (Tree item : list) {
                masked.add(masked(item));
            }
            return ListTree.of(masked);
        }
        return tree instanceof ScalarTree scalar && scalar.isString() ? ScalarTree.of(masked(scalar.text())) : tree;
    }
}
