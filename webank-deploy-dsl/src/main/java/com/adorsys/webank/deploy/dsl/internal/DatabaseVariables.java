package com.adorsys.webank.deploy.dsl.internal;

import com.adorsys.webank.deploy.core.SecretKeyRef;
import com.adorsys.webank.deploy.dsl.Database;
import com.adorsys.webank.deploy.dsl.pod.EnvVar;
import com.adorsys.webank.deploy.manifest.Tree;
import java.util.List;
import java.util.Set;

/** The environment variables with which a component connects to its database. */
public final class DatabaseVariables {
    private static final String URL = "SPRING_DATASOURCE_URL";
    private static final String USERNAME = "SPRING_DATASOURCE_USERNAME";
    private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";

    private static final Set<String> ALL = Set.of(URL, USERNAME, PASSWORD);

    private DatabaseVariables() {}

    /** Whether a name is that of one of them. */
    public static boolean has(String name) {
        return ALL.contains(name);
    }

    /** How many there are. */
    public static int count() {
        return ALL.size();
    }

    /**
     * The variables of a component.
     *
     * @param host the server's name or address
     * @param password the reference to the password
     */
    public static List<Tree> of(Database database, String host, SecretKeyRef password) {
        return List.of(
                EnvVar.of(URL, "jdbc:postgresql://" + host + ":" + database.port() + "/" + database.name())
                        .tree(),
                EnvVar.of(USERNAME, database.user()).tree(),
                EnvVar.fromSecret(PASSWORD, password).tree());
    }
}
