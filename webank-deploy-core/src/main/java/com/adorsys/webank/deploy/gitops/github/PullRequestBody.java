package com.adorsys.webank.deploy.gitops.github;

/** The body of a pull request, in the length that GitHub takes. */
final class PullRequestBody {
    static final int LONGEST = 65_536;
    private static final String FENCE = "```";
    /** Room for the remark, and for a fence that is closed. */
    private static final int REMARK = 120;

    private PullRequestBody() {}

    /** The whole text, or the lines of it that fit, with a remark. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf('\n', LONGEST - REMARK) + 1;
        if (end == 0) {
            end = LONGEST - REMARK;
            end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        }
        String head = text.substring(0, end);
        long missing = text.substring(end).lines().count();
        boolean isInFence = head.lines()
                                .filter(line -> line.stripLeading().startsWith(FENCE))
                                .count()
                        % 2
                == 1;
        return head
                + (head.endsWith("\n") ? "" : "\n")
                + (isInFence ? FENCE + "\n" : "")
                + "\n_The text is too long for GitHub: " + missing + (missing == 1 ? " line is" : " lines are")
                + " missing._\n";
    }
}
