package com.adorsys.webank.deploy.examples.cli;

import com.adorsys.webank.deploy.core.DeployException.InvalidInput;
import com.adorsys.webank.deploy.core.Image;
import com.adorsys.webank.deploy.dsl.environment.Environments;
import com.adorsys.webank.deploy.tree.TreeSource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code set-image}: sets images of an environment, as the pipeline of an application does. */
final class SetImageCommand extends ImagesCommand {
    private static final String SET_IMAGE_HELP = """
            Sets images of an environment, and publishes what that changes.

            Usage: webank-deploy set-image --environment NAME COMPONENT=IMAGE...
                       --repository URI --branch NAME [OPTION]...

              --environment NAME  the environment
            """ + HELP + """

            Components are obs, prs, userapp, and microservices by their names.

            Example
              webank-deploy set-image --environment dev \\
                  obs=ghcr.io/adorsys-gis/webank-online-banking:1.4.0 \\
                  --repository https://github.com/example/deployment --branch main
            """;

    private static final Option[] OPTIONS = options(List.of(Option.value("--environment")));

    SetImageCommand(Supplier<Environments> environments, Map<String, String> variables, Clock clock) {
        super(environments, variables, clock);
    }

    @Override
    String name() {
        return "set-image";
    }

    @Override
    String help() {
        return SET_IMAGE_HELP;
    }

    @Override
    Option[] options() {
        return OPTIONS;
    }

    @Override
    String operands() {
        return "COMPONENT=IMAGE";
    }

    @Override
    String environment(Arguments arguments) {
        return arguments.required("--environment", "NAME");
    }

    @Override
    String message(Arguments arguments) {
        return "Set images of " + environment(arguments) + ": " + String.join(", ", arguments.operands());
    }

    @Override
    void check(Arguments arguments) {
        if (arguments.operands().isEmpty()) {
            arguments.missingOperand("COMPONENT=IMAGE");
        }
        parse(arguments);
    }

    @Override
    Map<String, Image> images(Arguments arguments, Environments all, TreeSource configuration) {
        return parse(arguments);
    }

    private static Map<String, Image> parse(Arguments arguments) {
        Map<String, Image> images = new LinkedHashMap<>();
        for (String operand : arguments.operands()) {
            int equals = operand.indexOf('=');
            String component = operand.substring(0, Math.max(equals, 0));
            if (component.isEmpty() || images.containsKey(component)) {
                arguments.invalidValue(
                        "COMPONENT=IMAGE",
                        operand,
                        "Write each component once, as in `obs=ghcr.io/adorsys-gis/webank-online-banking:1.4.0`");
                continue;
            }
            try {
                images.put(component, Image.parse(operand.substring(equals + 1)));
            } catch (InvalidInput invalid) {
                arguments.add(component, invalid);
            }
        }
        return images;
    }
}
