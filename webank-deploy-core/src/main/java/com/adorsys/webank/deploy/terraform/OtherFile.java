package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that are given by mistake instead of outputs: other files of Terraform, and other output of its commands. */
enum OtherFile {
    EMPTY("the file is empty", "Terraform may have failed: write it again with `" + OtherFile.COMMAND + "`"),
    WRAPPED(
            "the file contains lines of the wrapper that the GitHub action `setup-terraform` installs",
            "Set `terraform_wrapper: false` in that action's step, or use its version 3 or later"),
    PLAIN_TEXT("this is what `terraform output` prints without `-json`", OtherFile.WRITE),
    MESSAGE("this is a message of Terraform", "Do what it says, then write the file with `" + OtherFile.COMMAND + "`"),
    SOURCE("this is a source file of Terraform", OtherFile.WRITE),
    PLAN("this is a plan file of Terraform", OtherFile.WRITE),
    STATE(
            "this is a state file of Terraform, which may contain secrets that are not marked",
            "Write only the outputs with `" + OtherFile.COMMAND + "`"),
    SHOWN("this is what `terraform show -json` prints", "Write only the outputs with `" + OtherFile.COMMAND + "`"),
    LOG("this is the log of a Terraform command with `-json`, such as `terraform apply -json`", OtherFile.WRITE),
    ONE_VALUE(
            "this is a single value, as `terraform output -json NAME` prints it, and not a map of outputs",
            "Leave out the name: `" + OtherFile.COMMAND + "`"),
    NO_OUTPUTS(
            "the file has no outputs: no entry is a map with `sensitive`, `type` and `value`",
            OtherFile.WRITE + ", without a name");

    static final String COMMAND = "terraform output -json > FILE";
    /** The remedy for a file that Terraform cannot have written. */
    static final String REWRITE = "The file was edited: write it again with `" + COMMAND + "`";

    private static final String WRITE = "Write the file with `" + COMMAND + "`";

    private static final Pattern ASSIGNMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]* = .*", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile(
            "(output|variable|resource|data|module|provider|terraform|locals|import|moved|check)( \"[^\"\n]*\"){0,2}\\s*\\{.*",
            Pattern.DOTALL);
    private static final Pattern WORKFLOW_COMMAND = Pattern.compile("(?m)^::(debug|set-output|error|warning)[ :]");

    private final String what;
    private final String remedy;

    OtherFile(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    /** The kind of a text that is not JSON; empty if it is not recognized. */
    static Optional<OtherFile> ofText(String text) {
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return Optional.of(EMPTY);
        }
        if (start.startsWith("[command]") || WORKFLOW_COMMAND.matcher(start).find()) {
            return Optional.of(WRAPPED);
        }
        if (start.startsWith("\u2577")
                || start.startsWith("\u001b[")
                || start.startsWith("Error:")
                || start.startsWith("Warning:")) {
            return Optional.of(MESSAGE);
        }
        int end = start.indexOf('\n');
        String firstLine = end < 0 ? start : start.substring(0, end);
        if (BLOCK.matcher(firstLine).matches()) {
            return Optional.of(SOURCE);
        }
        return ASSIGNMENT.matcher(firstLine).matches() ? Optional.of(PLAIN_TEXT) : Optional.empty();
    }

    /** The kind of a JSON text that is certainly not outputs; empty otherwise. */
    static Optional<OtherFile> ofJson(JsonNode root) {
        if (!(root instanceof JsonNode.Fields fields)) {
            return Optional.of(ONE_VALUE);
        }
        if (fields.get("@level").orElse(root) instanceof JsonNode.Text) {
            return Optional.of(LOG);
        }
        if (fields.get("format_version").orElse(root) instanceof JsonNode.Text) {
            return Optional.of(SHOWN);
        }
        if (fields.get("version").orElse(root) instanceof JsonNode.Numeral
                && (fields.get("lineage").orElse(root) instanceof JsonNode.Text
                        || fields.get("terraform_version").orElse(root) instanceof JsonNode.Text)) {
            return Optional.of(STATE);
        }
        boolean none = !fields.entries().isEmpty()
                && fields.entries().stream().noneMatch(entry -> looksLikeOutput(entry.value()));
        return none ? Optional.of(NO_OUTPUTS) : Optional.empty();
    }

    private static boolean looksLikeOutput(JsonNode node) {
        return node instanceof JsonNode.Fields fields
                && (fields.entry("value").isPresent()
                        || fields.entry("type").isPresent()
                        || fields.entry("sensitive").isPresent());
    }

    DeployException.InvalidInput refuse(String file) {
        return new DeployException.InvalidInput(
                Problem.error(ProblemCodes.TERRAFORM_OTHER_FILE, Location.ofFile(file), what, remedy));
    }
}
