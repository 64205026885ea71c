package com.adorsys.webank.deploy.gitops;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Objects;
import org.eclipse.jgit.lib.PersonIdent;

/** Who writes a commit: a name and an e-mail address. Immutable. */
public final class GitIdentity {
    private final String name;
    private final String email;

    private GitIdentity(String name, String email) {
        this.name = name;
        this.email = email;
    }

    /**
     * An author or committer.
     *
     * @throws InvalidInput if one of them is empty, starts or ends with a blank, or has a control character, {@code <} or
     *     {@code >}
     */
    public static GitIdentity of(String name, String email) {
        if (!isValid(name) || !isValid(email)) {
            throw invalid(name + " <" + email + ">");
        }
        return new GitIdentity(name, email);
    }

    /**
     * Reads {@code Name <mail>}.
     *
     * @throws InvalidInput if the text has another form
     */
    public static GitIdentity parse(String text) {
        int open = text.indexOf('<');
        if (open < 1 || !text.endsWith(">")) {
            throw invalid(text);
        }
        return of(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
    }

    /** An author or committer of a commit that others made. */
    static GitIdentity read(PersonIdent person) {
        return new GitIdentity(person.getName(), person.getEmailAddress());
    }

    private static boolean isValid(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().allMatch(c -> c >= ' ' && c != 0x7F && c != '<' && c != '>');
    }

    private static InvalidInput invalid(String text) {
        return new InvalidInput(Problem.error(
                ProblemCodes.OPTION_INVALID,
                Location.of("author"),
                Problem.quote(text) + " is not a name and an e-mail address",
                "write it as in `Jane Doe <jane@example.com>`"));
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The e-mail address. */
    public String email() {
        return email;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GitIdentity that && name.equals(that.name) && email.equals(that.email);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, email);
    }

    /** {@code Name <mail>}. */
    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
