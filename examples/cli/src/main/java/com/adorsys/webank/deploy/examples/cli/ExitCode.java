package com.adorsys.webank.deploy.examples.cli;

/** The option {@code --exit-code}. */
final class ExitCode {
    private ExitCode() {}

    /** The code of {@code --exit-code}. Default: 0. An invalid one is added as a problem. */
    static int of(Arguments arguments) {
        String text = arguments.value("--exit-code");
        if (text == null) {
            return Cli.DONE;
        }
        if (text.matches("[0-9]{1,3}")) {
            int code = Integer.parseInt(text);
            if (code >= Cli.DIFFERENT && code <= 125 && code != Cli.REFUSED) {
                return code;
            }
        }
        arguments.invalidValue(
                "--exit-code", text, "Write `3`, or another code from 5 to 125: the others have a meaning already");
        return Cli.DONE;
    }
}
