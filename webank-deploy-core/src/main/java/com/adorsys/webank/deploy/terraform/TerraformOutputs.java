package com.adorsys.webank.deploy.terraform;

import com.adorsys.webank.deploy.core.DeployException;
import com.adorsys.webank.deploy.core.Host;
import com.adorsys.webank.deploy.core.JsonNode;
import com.adorsys.webank.deploy.core.Location;
import com.adorsys.webank.deploy.core.Problem;
import com.adorsys.webank.deploy.core.ProblemCodes;
import com.adorsys.webank.deploy.terraform.AwsText.Fault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outputs of a root module, as {@code terraform output -json} prints them. Immutable.
 *
 * <p>That command prints sensitive outputs too. Their values are never in a message or a {@code toString} of this
 * library; only {@link #sensitive} returns them, masked. Getters for a purpose ({@link #clusterName()}, {@link
 * #database()}) use the output names of {@link Purpose}, or those set by {@link #withNames}, and check the value.
 *
 * <p>Every getter throws {@link DeployException.InvalidInput} if the output is missing, null, sensitive or of another
 * type; one whose name starts with {@code find} returns empty if the output is missing or null. Equal only to itself,
 * so that no comparison discloses a secret.
 */
public final class TerraformOutputs {
    private final OutputTable outputs;
    private final TerraformNames names;

    private TerraformOutputs(OutputTable outputs, TerraformNames names) {
        this.outputs = outputs;
        this.names = names;
    }

    /**
     * Reads a file that {@code terraform output -json} wrote. Problems name the file by the given path.
     *
     * @throws DeployException.InvalidInput if the file cannot be read, or as {@link #parse} says
     */
    public static TerraformOutputs read(Path path) {
        return parse(path.toString(), OutputsText.read(path));
    }

    /**
     * Parses what {@code terraform output -json} printed.
     *
     * @param file the name of the text in problems
     * @param json UTF-8 without a byte-order mark
     * @throws DeployException.InvalidInput with every problem, if the text is anything else, or has no outputs
     */
    public static TerraformOutputs parse(String file, byte[] json) {
        return new TerraformOutputs(new OutputTable(file, OutputsReader.read(file, json)), TerraformNames.defaults());
    }

    /** A copy that uses these names for the getters for a purpose. */
    public TerraformOutputs withNames(TerraformNames others) {
        return new TerraformOutputs(outputs, others);
    }

    /** The names of all outputs, in the order of the file, which Terraform sorts. */
    public List<String> names() {
        return outputs.names();
    }

    /** Whether there is an output with this name; its value may be null. */
    public boolean has(String name) {
        return outputs.has(name);
    }

    /** Whether the output is marked as sensitive. */
    public boolean isSensitive(String name) {
        return outputs.get(name).sensitive();
    }

    /** A string. */
    public String string(String name) {
        return outputs.text(outputs.present(name));
    }

    /** A string; empty if the output is missing or null. */
    public Optional<String> findString(String name) {
        return outputs.find(name).map(outputs::text);
    }

    /** A list or set of strings. */
    public List<String> strings(String name) {
        return outputs.texts(outputs.present(name));
    }

    /** A list or set of strings; empty if the output is missing or null. */
    public Optional<List<String>> findStrings(String name) {
        return outputs.find(name).map(outputs::texts);
    }

    /** A map or object of strings, in the order of the file. */
    public Map<String, String> stringMap(String name) {
        return outputs.textMap(outputs.present(name));
    }

    /** A map or object of strings; empty if the output is missing or null. */
    public Optional<Map<String, String>> findStringMap(String name) {
        return outputs.find(name).map(outputs::textMap);
    }

    /** A number, with all its digits. */
    public BigDecimal number(String name) {
        return outputs.number(outputs.present(name));
    }

    /** A number; empty if the output is missing or null. */
    public Optional<BigDecimal> findNumber(String name) {
        return outputs.find(name).map(outputs::number);
    }

    /** A bool. */
    public boolean bool(String name) {
        return outputs.bool(outputs.present(name));
    }

    /** A bool; empty if the output is missing or null. */
    public Optional<Boolean> findBool(String name) {
        return outputs.find(name).map(outputs::bool);
    }

    /** A string, number or bool, masked, whether it is marked as sensitive or not. */
    public SensitiveValue sensitive(String name) {
        return outputs.masked(outputs.present(name));
    }

    /** A string, number or bool, masked; empty if the output is missing or null. */
    public Optional<SensitiveValue> findSensitive(String name) {
        return outputs.find(name).map(outputs::masked);
    }

    /** The name of the EKS cluster: {@link Purpose#CLUSTER_NAME}. */
    public String clusterName() {
        return of(Purpose.CLUSTER_NAME, output -> checked(output, AwsText::clusterName));
    }

    /** The AWS region: {@link Purpose#REGION}. */
    public String region() {
        return of(Purpose.REGION, output -> checked(output, AwsText::region));
    }

    /**
     * The ARN of the load balancer's certificate: {@link Purpose#CERTIFICATE}. If there is an output for the region,
     * the certificate must be of that region, since a load balancer accepts no other.
     */
    public String certificateArn() {
        return of(Purpose.CERTIFICATE, output -> {
            String arn = checked(output, AwsText::certificate);
            String place = AwsText.certificateRegion(arn);
            String region = place.isEmpty() || !isThere(Purpose.REGION) ? place : region();
            if (!place.equals(region)) {
                throw outputs.problem(
                        ProblemCodes.REGION_MISMATCH,
                        output,
                        "the certificate is in `" + place + "`, and the cluster in `" + region
                                + "`: a load balancer accepts only certificates of its own region",
                        "Output a certificate of `" + region + "`");
            }
            return arn;
        });
    }

    /** The ids of the public subnets, at least one: {@link Purpose#PUBLIC_SUBNETS}. */
    public List<String> publicSubnets() {
        return of(Purpose.PUBLIC_SUBNETS, this::subnets);
    }

    /** The ids of the private subnets, at least one: {@link Purpose#PRIVATE_SUBNETS}. */
    public List<String> privateSubnets() {
        return of(Purpose.PRIVATE_SUBNETS, this::subnets);
    }

    /**
     * The host and port of the database: {@link Purpose#DATABASE_ENDPOINT}, and {@link Purpose#DATABASE_PORT} if the
     * endpoint has no port. If both have a port, the ports must be equal.
     */
    public DatabaseEndpoint database() {
        return of(Purpose.DATABASE_ENDPOINT, output -> {
            String endpoint = checked(output, AwsText::endpoint);
            Optional<Integer> own = AwsText.portOf(endpoint).map(Integer::valueOf);
            boolean hasPortOutput = isThere(Purpose.DATABASE_PORT);
            if (own.isEmpty() && !hasPortOutput) {
                throw outputs.problem(
                        ProblemCodes.MISSING_KEY,
                        output,
                        "the endpoint " + AwsText.shown(endpoint) + " has no port, and there is no output "
                                + OutputTable.either(names.of(Purpose.DATABASE_PORT)),
                        "Output `host:port`, or the port in an output of its own");
            }
            int port = hasPortOutput ? databasePort() : own.orElseThrow();
            if (own.isPresent() && own.get() != port) {
                throw outputs.problem(
                        ProblemCodes.TERRAFORM_AMBIGUOUS,
                        output,
                        "the endpoint has the port " + own.get() + ", and the output for the port is " + port,
                        "Choose the output for the port with `" + Purpose.DATABASE_PORT.naming() + "`");
            }
            return new DatabaseEndpoint(Host.of(AwsText.hostOf(endpoint)), port);
        });
    }

    /** The ARNs of IAM roles by the names of their service accounts: {@link Purpose#ROLE_ARNS}. */
    public Map<String, String> roleArns() {
        return of(Purpose.ROLE_ARNS, output -> {
            Map<String, String> arns = outputs.textMap(output);
            List<Problem> problems = new ArrayList<>();
            for (JsonNode.Entry entry : ((JsonNode.Fields) output.value()).entries()) {
                String arn = arns.getOrDefault(entry.key(), "");
                check(arn, output.place().entry(entry), AwsText::role, problems);
            }
            DeployException.InvalidInput.throwIfErrors(problems);
            return arns;
        });
    }

    /**
     * The ARN of the IAM role of a service account: the output set with {@link TerraformNames#withRole}, otherwise its
     * entry in {@link #roleArns()}.
     */
    public String roleArn(String serviceAccount) {
        Optional<String> own = names.role(serviceAccount);
        if (own.isPresent()) {
            return checked(outputs.present(own.get()), AwsText::role);
        }
        Map<String, String> arns = roleArns();
        String arn = arns.get(serviceAccount);
        if (arn == null) {
            throw outputs.problem(
                    ProblemCodes.TERRAFORM_ROLE_MISSING,
                    outputs.first(names.of(Purpose.ROLE_ARNS), Purpose.ROLE_ARNS),
                    "there is no role for the service account " + Problem.quote(serviceAccount)
                            + OutputTable.meant(List.of(serviceAccount), arns.keySet()),
                    "Add it to the output, or name one for it with `TerraformNames.withRole`; there are "
                            + OutputTable.listed(arns.keySet()));
        }
        return arn;
    }

    /**
     * Checks that the value of each purpose is present and valid, and returns these outputs.
     *
     * @throws DeployException.InvalidInput with the problems of all purposes at once
     */
    public TerraformOutputs require(Purpose... purposes) {
        List<Problem> problems = new ArrayList<>();
        for (Purpose purpose : purposes) {
            try {
                check(purpose);
            } catch (DeployException.InvalidInput invalid) {
                invalid.problems().stream()
                        .filter(problem -> !problems.contains(problem))
                        .forEach(problems::add);
            }
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return this;
    }

    private void check(Purpose purpose) {
        switch (purpose) {
            case CLUSTER_NAME -> clusterName();
            case REGION -> region();
            case CERTIFICATE -> certificateArn();
            case PUBLIC_SUBNETS -> publicSubnets();
            case PRIVATE_SUBNETS -> privateSubnets();
            case DATABASE_ENDPOINT -> database();
            case DATABASE_PORT -> databasePort();
            case ROLE_ARNS -> roleArns();
        }
    }

    private int databasePort() {
        return of(Purpose.DATABASE_PORT, output -> {
            String text = output.value() instanceof JsonNode.Numeral
                    ? AwsText.withoutZeroFraction(outputs.number(output))
                    : outputs.text(output);
            Optional<Fault> fault = AwsText.port(text);
            if (fault.isPresent()) {
                throw problem(output, fault.get());
            }
            return Integer.valueOf(text);
        });
    }

    private List<String> subnets(Output output) {
        List<String> subnets = outputs.texts(output);
        if (subnets.isEmpty()) {
            throw outputs.problem(
                    ProblemCodes.TERRAFORM_EMPTY, output, "there is no subnet in this list", "Output at least one");
        }
        List<JsonNode> items = ((JsonNode.Items) output.value()).items();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < subnets.size(); i++) {
            check(subnets.get(i), output.place().item(i, items.get(i).position()), AwsText::subnet, problems);
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return subnets;
    }

    /** The value of the output for a purpose. Several outputs are allowed if their values are equal. */
    private <T> T of(Purpose purpose, Function<Output, T> read) {
        Output taken = outputs.first(names.of(purpose), purpose);
        if (taken.sensitive()) {
            throw outputs.problem(
                    ProblemCodes.TERRAFORM_SENSITIVE,
                    taken,
                    "the output " + OutputTable.quoted(taken) + " is sensitive, and " + purpose.what()
                            + " must be shown",
                    "Remove `sensitive = true` from it, with `nonsensitive(...)` around its value, or name another output with `"
                            + purpose.naming() + "`");
        }
        T value = read.apply(taken);
        for (String name : names.of(purpose)) {
            Optional<Output> other = name.equals(taken.name()) ? Optional.empty() : outputs.find(name);
            if (other.isPresent()
                    && (other.get().sensitive() || !read.apply(other.get()).equals(value))) {
                throw outputs.problem(
                        ProblemCodes.TERRAFORM_AMBIGUOUS,
                        other.get(),
                        "the outputs " + OutputTable.quoted(taken) + " and " + OutputTable.quoted(other.get())
                                + " are both for " + purpose.what() + ", and differ",
                        "Choose one of them with `" + purpose.naming() + "`");
            }
        }
        return value;
    }

    private boolean isThere(Purpose purpose) {
        return names.of(purpose).stream().anyMatch(name -> outputs.find(name).isPresent());
    }

    private String checked(Output output, Function<String, Optional<Fault>> check) {
        String text = outputs.text(output);
        Optional<Fault> fault = check.apply(text);
        if (fault.isPresent()) {
            throw problem(output, fault.get());
        }
        return text;
    }

    private void check(
            String text, Findings.Place place, Function<String, Optional<Fault>> check, List<Problem> problems) {
        Location at = place.in(outputs.file());
        check.apply(text)
                .ifPresent(fault -> problems.add(Problem.error(fault.code(), at, fault.what(), fault.remedy())));
    }

    private DeployException.InvalidInput problem(Output output, Fault fault) {
        return outputs.problem(fault.code(), output, fault.what(), fault.remedy());
    }

    /** The file and the names, no values. */
    @Override
    public String toString() {
        return outputs.file() + ": outputs " + names();
    }
}
