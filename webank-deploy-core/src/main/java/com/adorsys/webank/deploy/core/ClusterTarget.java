package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The identity of the cluster that an environment belongs to. A connection is compared with it. It does not say how to
 * connect, and has no credentials. Immutable; two targets are equal if they identify the same cluster in the same way.
 */
public sealed interface ClusterTarget permits ClusterTarget.Eks, ClusterTarget.Context {
    /**
     * A cluster on EKS.
     *
     * @param name its name on EKS, as in {@code webank-dev}: 1 to 100 letters, digits, {@code -} and {@code _},
     *     starting with a letter or digit
     * @param region the region's code, as in {@code eu-central-1}
     * @param account the id of its account, 12 digits
     * @throws DeployException.InvalidInput with a problem for each argument that is not valid
     */
    static Eks eks(String name, String region, String account) {
        List<Problem> problems = new ArrayList<>();
        AwsNames.clusterName(name).ifPresent(problems::add);
        AwsNames.region(region).ifPresent(problems::add);
        AwsNames.account(account).ifPresent(problems::add);
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Eks(name, region, account);
    }

    /**
     * A context of a kubeconfig. The server is part of the identity, since a context of the same name may refer to
     * another cluster on another machine.
     *
     * @param name the context's name
     * @param server the address of its API server, as in {@code https://host.example.com:6443}, without credentials
     * @throws DeployException.InvalidInput if the name is empty or contains a control character, or if the address is
     *     not that of a server or contains credentials, a query or a fragment
     */
    static Context context(String name, String server) {
        List<Problem> problems = new ArrayList<>();
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(Problem.error(
                    ProblemCodes.CONTEXT_INVALID,
                    Location.of("context"),
                    name.isBlank()
                            ? "the name of the context is empty"
                            : "the context name " + Problem.quote(name) + " is not valid",
                    "write the name as `kubectl config get-contexts` shows it"));
        }
        Optional<String> address = ServerAddress.of(server);
        if (address.isEmpty()) {
            problems.add(wrongServer(server));
        }
        DeployException.InvalidInput.throwIfErrors(problems);
        return new Context(name, address.orElseThrow());
    }

    /** An address that may hold a password is not shown. */
    private static Problem wrongServer(String server) {
        boolean more = server.indexOf('@') >= 0 || server.indexOf('?') >= 0 || server.indexOf('#') >= 0;
        return more
                ? Problem.error(
                        ProblemCodes.URL_CREDENTIALS,
                        Location.of("server"),
                        "the address of the API server contains a user, a password, a query or a fragment",
                        "write only the address of the server, as in `https://host.example.com:6443`")
                : Problem.error(
                        ProblemCodes.URL_INVALID,
                        Location.of("server"),
                        server.isEmpty()
                                ? "the address of the API server is empty"
                                : Problem.quote(server) + " is not the address of an API server",
                        "write it as in `https://host.example.com:6443`");
    }

    /**
     * Whether two texts are addresses of the same API server. The case of scheme and host, the default port and
     * trailing slashes make no difference. Names are not resolved. False if one of the texts is not an address.
     */
    static boolean isSameServer(String one, String other) {
        Optional<String> address = ServerAddress.of(one);
        return address.isPresent() && address.equals(ServerAddress.of(other));
    }

    /** A cluster on EKS, by its name, region and account. */
    final class Eks implements ClusterTarget {
        private final String name;
        private final String region;
        private final String account;

        private Eks(String name, String region, String account) {
            this.name = name;
            this.region = region;
            this.account = account;
        }

        /** The name on EKS. */
        public String name() {
            return name;
        }

        /** The region's code. */
        public String region() {
            return region;
        }

        /** The account's id, 12 digits. */
        public String account() {
            return account;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Eks that
                    && name.equals(that.name)
                    && region.equals(that.region)
                    && account.equals(that.account);
        }

        @Override
        public int hashCode() {
            return (name.hashCode() * 31 + region.hashCode()) * 31 + account.hashCode();
        }

        /** {@code EKS cluster `webank-dev` in `eu-central-1`, account `111122223333`}. */
        @Override
        public String toString() {
            return "EKS cluster `" + name + "` in `" + region + "`, account `" + account + "`";
        }
    }

    /** A context of a kubeconfig, by its name and the address of its API server. */
    final class Context implements ClusterTarget {
        private final String name;
        private final String server;

        private Context(String name, String server) {
            this.name = name;
            this.server = server;
        }

        /** The context's name. */
        public String name() {
            return name;
        }

        /** The address: scheme and host in lower case, without the default port and trailing slashes. */
        public String server() {
            return server;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Context that && name.equals(that.name) && server.equals(that.server);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + server.hashCode();
        }

        /** {@code kubeconfig context `dev` at `https://host.example.com:6443`}. */
        @Override
        public String toString() {
            return "kubeconfig context " + Problem.quote(name) + " at " + Problem.quote(server);
        }
    }
}
