package com.adorsys.webank.deploy.dsl.pod;

/** Whether the containers of a pod see each other's processes: {@code shareProcessNamespace}. */
public enum ProcessNamespace {
    /** All containers see the processes of all. */
    SHARED,
    /** Each container sees its own processes. */
    SEPARATE
}
