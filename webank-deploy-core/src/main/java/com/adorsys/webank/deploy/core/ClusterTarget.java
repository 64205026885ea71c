package com.adorsys.webank.deploy.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The cluster that an environment belongs to: what identifies it, so that a connection can be compared with it. It says
 * nothing of how to connect, and holds no credentials. Immutable; two are equal if they identify the same cluster in the
 * same way.
 */
public sealed interface ClusterTarget permits ClusterTarget.Eks, ClusterTarget.Context {
    /**
     * A cluster on EKS.
     *
     * @param name its name on EKS, as in {@code webank-dev}: 1 to 100 letters, digits, {@code -} and {@code _}, first a
     *     letter or digit
     * @param region the region's code, as in {@code eu-central-1}
     * @param account the id of its account, 12 digits
     * @throws DeployException.InvalidInput with each of them that is outside its grammar
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
     * A context of a kubeconfig. The server is part of it, since a context of one name may lead to another cluster on
     * another machine.
     *
     * @param name the context's name
     * @param server the address of its API server, as in {@code https://host.example.com:6443}, without credentials
     * @throws DeployException.InvalidInput if the name is empty or holds a control character, or the address is not one of
     *     a server or holds more than that; or both
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
                        "the address of the API server holds more than a server: a user, a password or a query",
                        "write the plain address, as in `https://host.example.com:6443`")
                : Problem.error(
                        ProblemCodes.URL_INVALID,
                        Location.of("server"),
                        server.isEmpty()
                                ? "the address of the API server is empty"
                                : Problem.quote(server) + " is not the address of an API server",
                        "write it as in `https://host.example.com:6443`");
    }

    /**
     * Whether two addresses are that of one API server: scheme and host in any case, with or without the default port and
     * slashes at the end. Names are not resolved; a text that is not an address is no server's.
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

        /** The address: scheme and host in lower case, without the default port and slashes at the end. */
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
