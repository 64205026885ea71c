package com.adorsys.webank.deploy.dsl.internal;

import java.util.Set;

/** The environment variables by which a component finds its database. */
public final class DatabaseVariables {
    /** The JDBC URL. */
    public static final String URL = "SPRING_DATASOURCE_URL";

    /** The user. */
    public static final String USERNAME = "SPRING_DATASOURCE_USERNAME";

    /** The user's password. */
    public static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    private static final Set<String> ALL = Set.of(URL, USERNAME, PASSWORD);

    private DatabaseVariables() {}

    /** Whether a variable is one of them. */
    public static boolean has(String name) {
        return ALL.contains(name);
    }
}
