package com.adorsys.webank.deploy.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.adorsys.webank.deploy.examples.cli.Tool.Result;
import com.adorsys.webank.deploy.gitops.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** {@code audit}, of a repository that {@code publish} and the git command line wrote. */
class AuditIT {
    @TempDir
    Path folder;

    private Tool tool;

    @BeforeEach
    void makeRepository() throws Exception {
        tool = new Tool(folder);
        Git.run(folder, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
        Git.run(folder, "clone", "--quiet", "remote.git", "clone");
        commit("README.md", "Start");
        assertThat(tool.run("publish --repository remote.git --branch main --environment dev")
                        .code())
                .isZero();
        Git.run(folder, "-C", "clone", "pull", "--quiet", "origin", "main");
    }

    private void commit(String path, String text) throws Exception {
        tool.file("clone/" + path, text);
        Git.run(folder, "-C", "clone", "add", "--all");
        Git.run(
                folder,
                "-C",
                "clone",
                "-c",
                "user.name=Jane Doe",
                "-c",
                "user.email=jane@example.com",
                "commit",
                "--quiet",
                "-m",
                text);
        Git.run(folder, "-C", "clone", "push", "--quiet", "origin", "HEAD:main");
    }

    @Test
    void lists_the_commits_as_text_json_and_html() throws Exception {
        commit("README.md", "<b>Change</b>");
        String head = Git.run(folder, "-C", "remote.git", "rev-parse", "main").strip();

        Result text = tool.run("audit --repository remote.git --since main~2");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.err()).isEqualTo("webank-deploy: fetch\nwebank-deploy: compare commit 1 of 2\n");
        assertThat(text.out())
                .startsWith("Audit of " + folder.resolve("remote.git") + "\nBranch HEAD: 2 commits since ")
                .contains("\ncommit " + head + "\nAuthor:    Jane Doe <jane@example.com>, ")
                .contains("\n    <b>Change</b>\n\nNo object changes.\nOther files\n    README.md\n")
                .contains("\nenvironments/dev: 16 created, 0 changed, 0 deleted; no pod restarts\n");

        Result json = tool.run("audit --repository remote.git --since main~2 --branch main --output json");
        assertThat(json.out())
                .contains("\"branch\":\"main\"", "\"id\":\"" + head + "\"")
                .endsWith("}\n");

        Result html = tool.run("audit --repository remote.git --since main~2 --environment dev --output html");
        assertThat(html.out())
                .startsWith("<!DOCTYPE html>\n")
                .contains("<h3>&lt;b&gt;Change&lt;/b&gt;</h3>")
                .endsWith("</html>\n");
    }

    @Test
    void says_whether_a_signature_of_open_pgp_is_good(@TempDir(factory = ShortFolder.class) Path home)
            throws Exception {
        Map<String, String> gnupg = Map.of("GNUPGHOME", home.toString());
        gpg(gnupg, "--quick-generate-key", "Jane <jane@example.com>", "ed25519", "sign", "never");
        tool.file("secret.asc", gpg(gnupg, "--armor", "--export-secret-keys"));
        tool.file("keys.asc", gpg(gnupg, "--armor", "--export"));
        Keys.run(gnupg, List.of("gpgconf", "--kill", "all"));
        Result signed =
                tool.run("publish --repository remote.git --branch main --environment staging --sign-key secret.asc");
        assertThat(signed.code()).as(signed.err()).isZero();
        String good = Git.run(folder, "-C", "remote.git", "rev-parse", "main").strip();
        tool.file(
                "forged",
                Git.run(folder, "-C", "remote.git", "cat-file", "commit", "main")
                        .replace("Deploy staging", "Deploy prod"));
        String bad = Git.run(
                        folder,
                        "-C",
                        "remote.git",
                        "hash-object",
                        "-w",
                        "-t",
                        "commit",
                        folder.resolve("forged").toString())
                .strip();
        Git.run(folder, "-C", "remote.git", "update-ref", "refs/heads/forged", bad);

        String audit = "audit --repository remote.git --since main~1 --openpgp-keys keys.asc --branch ";
        Result ofGood = tool.run(audit + "main");
        Result ofBad = tool.run(audit + "forged");

        assertThat(ofGood.code()).as(ofGood.err()).isZero();
        assertThat(ofGood.out())
                .contains("\ncommit " + good + "\n")
                .containsPattern("\nSignature: good signature of Jane <jane@example.com> with the key [0-9A-F]{40}\n");
        assertThat(ofBad.code()).as(ofBad.err()).isZero();
        assertThat(ofBad.out())
                .contains("\ncommit " + bad + "\n", "\n    Deploy prod\n")
                .containsPattern(
                        "\nSignature: BAD signature: it does not fit the commit; it names the key [0-9A-F]{40}\n");
    }

    private static String gpg(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback", "--passphrase", ""));
        command.addAll(List.of(arguments));
        return Keys.run(environment, command);
    }

    /** The path of gpg's sockets, which may not be long, begins with it. */
    static final class ShortFolder implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory("gpg");
        }
    }

    @Test
    void what_is_not_there_ends_with_4() {
        Result result = tool.run("audit --repository remote.git --since main~9");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("has only 1 ancestors, so there is no `main~9`.");
    }

    @Test
    void wrong_input_ends_with_2() {
        assertThat(tool.run("audit --output xml"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "webank-deploy: error MISSING_OPTION: `audit` requires `--repository URI`. Add it:"
                                + " `webank-deploy audit --help` lists the options.\n"
                                + "webank-deploy: error MISSING_OPTION: `audit` requires `--since REVISION`. Add it:"
                                + " `webank-deploy audit --help` lists the options.\n"
                                + "webank-deploy: error UNKNOWN_VALUE: `--output` cannot be `xml`. Use one of text, json,"
                                + " html.\n"));
        assertThat(tool.run("audit --repository remote.git --since main --allowed-signers none"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "none: error FILE_UNREADABLE: the file of the allowed signers cannot be read. Check the path and"
                                + " its permissions.\n"));
        tool.file("signers", "jane@example.com\n");
        assertThat(tool.run("audit --repository remote.git --since main --allowed-signers signers")
                        .err())
                .startsWith("signers:1:1: error OPTION_INVALID: this line of the allowed signers is invalid.");
        assertThat(tool.run("audit --repository remote.git --since main --openpgp-keys none"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "none: error FILE_UNREADABLE: the file of the public keys of OpenPGP cannot be read. Check the path"
                                + " and its permissions.\n"));
        assertThat(tool.run("audit --repository remote.git --since main --openpgp-keys signers"))
                .isEqualTo(new Result(
                        2,
                        "",
                        "signers: error GIT_KEY: it contains no public key of OpenPGP. Export the public keys with `gpg"
                                + " --export --armor`.\n"));
        assertThat(tool.run("audit --repository remote.git --since main --environment dve")
                        .err())
                .endsWith("error ENVIRONMENT_UNKNOWN environment: none of the commits has an environment `dve`. Use one"
                        + " of environments/dev.\n");
    }
}
