package com.adorsys.webank.deploy.check;

import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.manifest.ListTree;
import com.adorsys.webank.deploy.manifest.Trees;

/** The rules of the kernel's settings of a pod. */
final class PodContextRules {
    private static final int LONGEST_NAME = 253;

    private PodContextRules() {}

    static void check(Pods pods, Report report) {
        ListTree sysctls = Trees.list(pods.spec(), "securityContext", "sysctls");
        for (int i = 0; i < sysctls.size(); i++) {
            String name = Trees.text(Trees.map(sysctls, i), "name");
            if (name.isEmpty()) {
                continue;
            }
            if (!isName(name)) {
                report.error(
                        ProblemCodes.NAME_INVALID,
                        path(pods, i),
                        Problem.quote(name) + " is not the name of a sysctl",
                        "write lower-case words with `.` or `/` between them, as in `net.core.somaxconn`");
            } else if (isAbove(sysctls, i, name)) {
                report.error(
                        ProblemCodes.DUPLICATE,
                        path(pods, i),
                        "the sysctl " + Problem.quote(name) + " is there twice",
                        "keep one of them");
            } else if (startsWith(name, "net.") && Trees.isTrue(pods.spec(), "hostNetwork")) {
                ofHost(pods, i, "hostNetwork", report);
            } else if (isOfIpc(name) && Trees.isTrue(pods.spec(), "hostIPC")) {
                ofHost(pods, i, "hostIPC", report);
            }
        }
    }

    private static void ofHost(Pods pods, int index, String key, Report report) {
        report.error(
                ProblemCodes.EXCLUSIVE_KEYS,
                path(pods, index),
                "this sysctl cannot be set with `" + key + ": true`, since it would be set for the node",
                "remove one of them");
    }

    private static String path(Pods pods, int index) {
        return pods.path("securityContext.sysctls[" + index + "].name");
    }

    private static boolean isAbove(ListTree sysctls, int index, String name) {
        for (int i = 0; i < index; i++) {
            if (Trees.text(Trees.map(sysctls, i), "name").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfIpc(String name) {
        return startsWith(name, "kernel.shm")
                || startsWith(name, "kernel.msg")
                || startsWith(name, "fs.mqueue.")
                || name.length() == 10 && startsWith(name, "kernel.sem");
    }

    /** Whether a name starts with another one, be its words parted by dots or slashes. */
    private static boolean startsWith(String name, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (i >= name.length() || (name.charAt(i) == '/' ? '.' : name.charAt(i)) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String name) {
        char before = '.';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isWord = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean isInside = c == '-' || c == '_';
            boolean isEnd = c == '.' || c == '/';
            boolean startsWord = before == '.' || before == '/';
            boolean endsWord = before != '-' && before != '_' && !startsWord;
            if (!isWord && !(isInside && !startsWord) && !(isEnd && endsWord)) {
                return false;
            }
            before = c;
        }
        return name.length() <= LONGEST_NAME && before != '.' && before != '/' && before != '-' && before != '_';
    }
}
